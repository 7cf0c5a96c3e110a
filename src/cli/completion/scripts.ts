/** A command with the words that may follow it. */
export interface Completed {
  readonly name: string;
  readonly summary: string;
  readonly options: readonly string[];
}

/** Shells for which there is a script. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
/** The name of such a shell. */
export type Shell = (typeof SHELLS)[number];

/** Names of commands and options are ours: letters, digits and hyphens, safe in every shell. */
const SCRIPTS: Readonly<Record<Shell, (commands: readonly Completed[]) => string>> = {
  bash,
  zsh,
  fish,
};

/**
 * Writes the script that makes a shell complete commands, options and files.
 *
 * @example completionScript('bash', [{ name: 'check', summary: 'read', options: ['--json'] }])
 */
export const completionScript = (shell: Shell, commands: readonly Completed[]): string =>
  SCRIPTS[shell](commands);

function bash(commands: readonly Completed[]): string {
  return `# backcast completion bash >> ~/.bashrc
_backcast() {
  local word=\${COMP_WORDS[COMP_CWORD]} options=
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names(commands)} --help --version" -- "$word"))
    return
  fi
  case \${COMP_WORDS[1]} in
${commands.map(({ name, options }) => `    ${name}) options="${options.join(' ')}" ;;`).join('\n')}
  esac
  case $word in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) COMPREPLY=($(compgen -W "$options" -X '-*' -- "$word")) ;;
  esac
}
complete -o default -F _backcast backcast
`;
}

function zsh(commands: readonly Completed[]): string {
  return `#compdef backcast
# backcast completion zsh > "\${fpath[1]}/_backcast"
_backcast() {
  if (( CURRENT == 2 )); then
    local -a commands=(
${commands.map(({ name, summary }) => `      '${name}:${plain(summary)}'`).join('\n')}
    )
    _describe command commands
    return
  fi
  case $words[2] in
${commands.map(({ name, options }) => `    ${name}) [[ $PREFIX == -* ]] && compadd -- ${options.join(' ')} || _files ;;`).join('\n')}
  esac
}
compdef _backcast backcast
`;
}

function fish(commands: readonly Completed[]): string {
  const lines = commands.flatMap(({ name, summary, options }) => [
    `complete -c backcast -n __fish_use_subcommand -f -a ${name} -d '${plain(summary)}'`,
    ...options.map(
      (option) =>
        `complete -c backcast -n '__fish_seen_subcommand_from ${name}' -l ${option.replace(/^--/, '')}`,
    ),
  ]);
  return `# backcast completion fish > ~/.config/fish/completions/backcast.fish\n${lines.join('\n')}\n`;
}

const names = (commands: readonly Completed[]): string =>
  commands.map(({ name }) => name).join(' ');

/** Without what ends a quoted word or a field. */
const plain = (text: string): string => text.replace(/[':\\]/g, '');
