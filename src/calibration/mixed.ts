import type { Opening } from '../benchmark/measurement.ts';

/**
 * Where measurements come from more than one machine, or from tools of more than one version or
 * setting: what differs, in words; empty where all may be fitted together.
 */
export function mixedIn(openings: readonly Opening[]): readonly string[] {
  const machines = distinctOf(openings.map(({ machine }) => machineText(machine)));
  const names = [...new Set(openings.flatMap(({ tools }) => Object.keys(tools)))].sort();
  return [
    ...(machines.length > 1 ? [`machines: ${machines.join('; ')}`] : []),
    ...names.flatMap((name) => {
      const kinds = distinctOf(openings.flatMap(({ tools }) => toolText(tools[name])));
      return kinds.length > 1 ? [`${name}: ${kinds.join('; ')}`] : [];
    }),
  ];
}

/** A machine in words: what moves speeds, and does not change from run to run. */
export const machineText = ({ cpu, cores, memory, kernel }: Opening['machine']): string =>
  `${cpu ?? 'unknown processor'}, ${cores} cores, ${Math.round(memory / 2 ** 30)} GiB, ${kernel}`;

const toolText = (tool: Opening['tools'][string] | undefined): readonly string[] =>
  tool ? [`${tool.title} ${tool.version} ${JSON.stringify(tool.settings)}`] : [];

const distinctOf = (texts: readonly string[]): string[] => [...new Set(texts)];
