import type { Fault, Host, Outcome, WorkDirectory } from '../../host/host.ts';
import { visible } from '../../problem.ts';
import { sshCommand, sshLogin } from '../tools/ssh-command.ts';
import type { SshRepository } from './repository.ts';

/** What calls on a host need beside the command. */
export interface SshCaller {
  readonly host: Host;
  readonly work: WorkDirectory;
  readonly access: SshRepository;
  /** Whether a host that is not known yet is taken for the right one. */
  readonly trusting: boolean;
}

/** A call: words that no shell reads anything into, and where its output goes if it is long. */
export interface SshCall {
  readonly words: readonly string[];
  readonly outputFile?: string;
}

/** Seconds: removing or listing a large repository takes its time; a host that is gone is noticed. */
const PATIENCE = 1800;

/** The words reach a shell on the other side, joined by spaces. */
const SAFE = /^[A-Za-z0-9/._,:%+=-]+$/;

/**
 * Calls a program on a host.
 *
 * @returns its output; or a fault with its own words, whose code is what it ended with (`exit 1`;
 *   ssh itself ends with 255).
 * @throws where a word could mean something to a shell, which is a bug.
 */
export async function callThere(
  { host, work, access, trusting }: SshCaller,
  { words, outputFile }: SshCall,
): Promise<Outcome<string>> {
  for (const word of words) {
    if (!SAFE.test(word)) throw new Error(`${JSON.stringify(word)} is not for a shell`);
  }
  const [program = '', ...options] = sshCommand(access);
  // Of an option that is given twice, ssh takes the first.
  const trust = trusting ? ['-o', 'StrictHostKeyChecking=accept-new'] : [];
  const ended = await host.processes.run({
    program,
    args: [...trust, ...options, sshLogin(access), ...words],
    cwd: work.path,
    env: { PATH: host.environment('PATH') ?? '', HOME: work.path, LC_ALL: 'C' },
    timeout: PATIENCE,
    ...(outputFile !== undefined && { outputFile }),
  });
  if (!ended.ok) return { ...ended, reason: `ssh cannot be started: ${ended.reason}` };
  const { exit, timedOut, errors, output } = ended.value;
  if (exit === 0) return { ok: true, value: output };
  const fault = failure(exit, timedOut, errors);
  const isOther = exit === 255 && OTHER_KEY.test(errors);
  return isOther ? { ...fault, reason: otherKey(access.knownHosts, fault.reason) } : fault;
}

const OTHER_KEY = /^@.*REMOTE HOST IDENTIFICATION HAS CHANGED/m;

/** How to forget the key that a host had. */
const ADVICE = /^remove with:|ssh-keygen .*-R /;

/** Another host may answer in its place: ssh's own words go on to how one would believe it. */
const otherKey = (file: string, reported: string): string =>
  `the key of the host is not the one in ${file}: find out why before anything else; ${reported}`;

function failure(exit: number | null, timedOut: boolean, errors: string): Fault {
  const code = timedOut ? 'timeout' : `exit ${exit}`;
  const reported = errors
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !ADVICE.test(line))
    .slice(-4)
    .join(' / ');
  const who = exit === 255 ? 'ssh' : 'the host';
  return { ok: false, code, reason: reported ? `${who} says ${visible(reported, 600)}` : code };
}
