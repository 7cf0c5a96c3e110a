import type { ProfiledTool } from '../../../catalog/profiled-tool.ts';
import type { Tool } from '../../../scenario/scenario.ts';
import type { CompileLog } from '../compile-log.ts';

/**
 * What the profile of a tool knows of it: the tool measured under its name, or the only one that there
 * is. Null without a profile, or where it does not fit, which is a problem.
 */
export function profiledTool(
  { data, problems }: CompileLog,
  name: string,
  { profile: file, like, restore }: Tool,
): ProfiledTool | null {
  const tools = file === undefined ? undefined : data.profiles?.get(file);
  if (file === undefined || !tools) return null;
  const refuse = (message: string, hint: string): null => {
    problems.push({ path: `tools.${name}.profile`, message, hint });
    return null;
  };
  const found = tools.get(name) ?? (tools.size === 1 ? [...tools.values()][0] : undefined);
  if (!found) {
    const known = [...tools.keys()].join(', ');
    return refuse(
      `"${file}" is of ${known}, and not of ${name}`,
      'call the tool as one of them, or fit it by itself',
    );
  }
  if (like !== undefined && like !== found.tool.name) {
    return refuse(`"${file}" is of ${found.tool.name}, and not of ${like}`, 'leave out like');
  }
  const has = (figure: 'backup' | 'restore') => found.trust.some((one) => one.figure === figure);
  if (!has('backup')) {
    return refuse(`"${file}" says nothing of backups`, 'measure some, and calibrate again');
  }
  if (!has('restore') && !restore) {
    return refuse(
      `"${file}" says nothing of restores`,
      'measure with restore: [newest], or write restore: beside the profile',
    );
  }
  return found;
}
