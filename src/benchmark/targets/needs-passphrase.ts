const OPENSSH = /-----BEGIN OPENSSH PRIVATE KEY-----([^-]*)-----END/;
const MAGIC = 'openssh-key-v1\0';

/**
 * Whether a private key can be used only with a passphrase, which nobody is there to give: as the file
 * itself says. Of what it cannot read it says no.
 */
export function needsPassphrase(file: string): boolean {
  if (/BEGIN ENCRYPTED PRIVATE KEY|Proc-Type: 4,ENCRYPTED/.test(file)) return true;
  const key = Buffer.from(OPENSSH.exec(file)?.[1] ?? '', 'base64');
  if (key.length < MAGIC.length + 4 || !key.subarray(0, MAGIC.length).equals(Buffer.from(MAGIC))) {
    return false;
  }
  // The cipher comes first, with its length before it.
  const from = MAGIC.length + 4;
  const cipher = key.subarray(from, from + key.readUInt32BE(MAGIC.length));
  return cipher.toString() !== 'none';
}
