import type { Fault, Host, Outcome, WorkDirectory } from '../../host/host.ts';
import { visible } from '../../problem.ts';
import { sshCommand, sshLogin } from '../tools/ssh-command.ts';
import type { SshRepository } from './repository.ts';

/** What a remote call needs besides the command. */
export interface SshCaller {
  readonly host: Host;
  readonly work: WorkDirectory;
  readonly access: SshRepository;
  /** Whether to accept the key of a host that is not known yet. */
  readonly trusting: boolean;
}

/** A remote command, and optionally a file for its output if that is long. */
export interface SshCall {
  readonly words: readonly string[];
  readonly outputFile?: string;
}

/**
 * Timeout in seconds. Generous, because removing or listing a large repository may take long; a
 * host that is gone is noticed earlier.
 */
const TIMEOUT_SECONDS = 1800;

/** Words allowed in a command: a remote shell receives them joined by spaces. */
const SAFE = /^[A-Za-z0-9/._,:%+=-]+$/;

/**
 * Runs a program on a host.
 *
 * @returns its output; or a fault with its error text, whose code is its exit code (`exit 1`; ssh
 *   itself exits with 255).
 * @throws an error if a word could have a meaning to a shell, which is a bug.
 */
export async function callRemote(
  { host, work, access, trusting }: SshCaller,
  { words, outputFile }: SshCall,
): Promise<Outcome<string>> {
  for (const word of words) {
    if (!SAFE.test(word)) throw new Error(`${JSON.stringify(word)} is not for a shell`);
  }
  const [program = '', ...options] = sshCommand(access);
  // If an option is given twice, ssh uses the first.
  const trust = trusting ? ['-o', 'StrictHostKeyChecking=accept-new'] : [];
  const ended = await host.processes.run({
    program,
    args: [...trust, ...options, sshLogin(access), ...words],
    cwd: work.path,
    env: { PATH: host.environment('PATH') ?? '', HOME: work.path, LC_ALL: 'C' },
    timeout: TIMEOUT_SECONDS,
    ...(outputFile !== undefined && { outputFile }),
  });
  if (!ended.ok) return { ...ended, reason: `ssh cannot be started: ${ended.reason}` };
  const { exit, timedOut, errors, output } = ended.value;
  if (exit === 0) return { ok: true, value: output };
  const fault = failure(exit, timedOut, errors);
  const keyChanged = exit === 255 && OTHER_KEY.test(errors);
  return keyChanged ? { ...fault, reason: otherKey(access.knownHosts, fault.reason) } : fault;
}

const OTHER_KEY = /^@.*REMOTE HOST IDENTIFICATION HAS CHANGED/m;

/** Matches ssh's advice on how to forget a host's old key. */
const ADVICE = /^remove with:|ssh-keygen .*-R /;

/** Replaces ssh's advice on how to accept the new key, because another host may be answering. */
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
