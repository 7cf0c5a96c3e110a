import { cipher } from '../../../catalog/ciphers.ts';
import { codec } from '../../../catalog/codecs.ts';
import type { Sourced } from '../../../catalog/sourced.ts';
import type { Tool as CatalogTool } from '../../../catalog/tool.ts';
import type { Tool } from '../../../scenario/scenario.ts';
import { format } from '../../../units/dimension.ts';
import { DURATION, RATE } from '../../../units/dimensions.ts';
import { seconds } from '../../../units/quantity.ts';
import type { RestorePlan } from '../../plan/policy.ts';
import { type CompileLog, cite, noteDefault } from '../compile-log.ts';

/**
 * What a restore by a tool takes. What the scenario says of restores counts first, then what it says
 * of backups, then what the catalog knows of restores, and last what it knows of codec and cipher.
 *
 * @param codecName of the codec that is used, `none` where the tool does not compress.
 */
export function resolveRestore(
  compileLog: CompileLog,
  path: string,
  base: CatalogTool,
  own: Tool,
  codecName: string,
): RestorePlan {
  const { fixed, 'per-file': perFile, rate } = own.restore ?? {};
  const isTimed = own.prepare !== undefined || own.finish !== undefined;
  const known = {
    fixed: isTimed ? undefined : base.restore?.fixed,
    perFile: own['per-file'] === undefined ? base.restore?.perFile : undefined,
    rate: own.codec || own.cipher || own.compression ? undefined : base.restore?.rate,
  };
  const note = (field: string, stated: unknown, figure: Sourced | undefined, shown: string) => {
    if (stated === undefined && figure)
      noteDefault(compileLog, `${path}.restore.${field}`, shown, cite(figure));
  };
  if (!own.restore && !base.restore)
    noteDefault(compileLog, `${path}.restore`, 'as a backup', 'where nothing is given');
  note('fixed', fixed, known.fixed, format(DURATION, known.fixed?.value ?? 0));
  note('per-file', perFile, known.perFile, format(DURATION, known.perFile?.value ?? 0));
  note('rate', rate, known.rate, `${format(RATE, known.rate?.value ?? 0)} a core`);
  const whole = fixed ?? known.fixed?.value;
  const pace = rate ?? known.rate?.value;
  return {
    prepare: seconds(whole ?? own.prepare ?? base.prepare.value),
    finish: seconds(whole === undefined ? (own.finish ?? base.finish.value) : 0),
    perFile: seconds(perFile ?? known.perFile?.value ?? own['per-file'] ?? 0),
    unpack: perByte(pace ?? codec(codecName)?.decompress?.value),
    open: pace === undefined ? perByte(cipher(own.cipher ?? base.cipher)?.rate?.value) : 0,
  };
}

/** Core seconds per byte at a rate in bytes/s per core; 0 if there is no rate. */
export const perByte = (rate: number | undefined): number => (rate === undefined ? 0 : 1 / rate);
