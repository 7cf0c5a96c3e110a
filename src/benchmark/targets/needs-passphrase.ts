const OPENSSH = /-----BEGIN OPENSSH PRIVATE KEY-----([^-]*)-----END/;
const MAGIC = 'openssh-key-v1\0';

/**
 * Whether a private key file says that it is protected by a passphrase, which cannot be entered
 * during a run. False for files it cannot parse.
 */
export function needsPassphrase(file: string): boolean {
  if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(file)) return true;
  const key = Buffer.from(OPENSSH.exec(file)?.[1] ?? '', 'base64');
  if (key.length < MAGIC.length + 4 || !key.subarray(0, MAGIC.length).equals(Buffer.from(MAGIC))) {
    return false;
  }
  // The name of the cipher comes first, preceded by its length.
  const from = MAGIC.length + 4;
  const cipher = key.subarray(from, from + key.readUInt32BE(MAGIC.length));
  return cipher.toString() !== 'none';
}
