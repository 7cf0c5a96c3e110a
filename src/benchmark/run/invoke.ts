import type { Ended, Usage } from '../../host/host.ts';
import { visible } from '../../problem.ts';
import { type PrivateHome, privateHome } from '../tools/private-home.ts';
import { withoutSshReport } from '../tools/ssh-traffic.ts';
import type { Invocation } from '../tools/tool.ts';
import type { Bench } from './bench.ts';
import { combinedUsage, NO_USAGE } from './combined-usage.ts';
import { withoutSecrets } from './without-secrets.ts';

/** The combined result of one or more calls. */
export interface Called {
  readonly ok: boolean;
  /** Why a call failed, in words; null if all succeeded. */
  readonly reason: string | null;
  /** The end of standard error (or of the output, if that is empty) if a call failed or warned. */
  readonly said: string | null;
  readonly warned: boolean;
  readonly output: string;
  readonly errors: string;
  readonly usage: Usage;
}

/** The parts of a run that a call needs. */
export type Caller = Pick<Bench, 'host' | 'password'> & {
  readonly plan: Pick<Bench['plan'], 'timeout'>;
};

/** The private home of a series: folders that must exist, and the environment of its programs. */
export const homeOf = ({ host, password }: Caller, home: string): PrivateHome =>
  privateHome({ home, path: host.environment('PATH') ?? '', password });

/**
 * Runs programs in sequence, each in the private home of its series, until one fails. Adds up their
 * resource usage.
 */
export async function invoke(
  bench: Caller,
  home: string,
  invocations: readonly Invocation[],
): Promise<Called> {
  const { host, plan } = bench;
  let sum: Called = nothingCalled;
  for (const invocation of invocations) {
    const env = { ...homeOf(bench, home).env, ...invocation.env };
    const { program, args, cwd = home, without } = invocation;
    const ended = await host.processes.run({
      ...{ program, args, cwd, env, timeout: plan.timeout },
      ...(without !== undefined && { without }),
    });
    const called = ended.ok
      ? judged({ ...invocation, env }, ended.value, plan.timeout)
      : {
          ...nothingCalled,
          ok: false,
          reason: `${program} cannot be started: ${ended.reason}`,
        };
    sum = combined(sum, called);
    if (!called.ok) break;
  }
  return sum;
}

const nothingCalled: Called = {
  ok: true,
  reason: null,
  said: null,
  warned: false,
  output: '',
  errors: '',
  usage: NO_USAGE,
};

function judged(
  { program, env = {}, warns = [], silent = false }: Invocation,
  ended: Ended,
  timeout: number,
): Called {
  const { exit, signal, timedOut, output, errors, usage } = ended;
  const warned = exit !== null && warns.includes(exit);
  const isLoud = silent && output !== '';
  const spoken = withoutSshReport(errors);
  const ok = !timedOut && !isLoud && (exit === 0 || warned);
  const reason = timedOut
    ? `${program} took longer than ${timeout} s and was ended`
    : signal !== null
      ? `${program} was ended by ${signal}`
      : isLoud
        ? `${program} found differences`
        : `${program} ended with exit code ${exit}`;
  return {
    ok,
    reason: ok ? null : reason,
    said: ok && !warned ? null : lastWords(spoken.trim() === '' ? output : spoken, env),
    warned,
    output,
    errors,
    usage,
  };
}

const MOST_LINES = 12;
const MOST_CHARACTERS = 300;

function lastWords(text: string, env: Readonly<Record<string, string>>): string {
  const lines = text.trimEnd().split('\n').slice(-MOST_LINES);
  return lines.map((line) => visible(withoutSecrets(line, env), MOST_CHARACTERS)).join('\n');
}

function combined(a: Called, b: Called): Called {
  return {
    ok: b.ok,
    reason: b.reason,
    said: b.said ?? a.said,
    warned: a.warned || b.warned,
    output: a.output + b.output,
    errors: a.errors + b.errors,
    usage: combinedUsage(a.usage, b.usage),
  };
}
