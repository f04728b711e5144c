import type { Command, Option } from "commander";

export type Shell = "bash" | "zsh" | "fish";

/** A script that completes commands, options, and values with fixed choices; files for all other values. */
export function completionScript(shell: Shell, lucid: Command): string {
	return scripts[shell](lucid.commands.map((command) => ({ command, options: visibleOptions(command) })));
}

interface Completed {
	readonly command: Command;
	readonly options: readonly Option[];
}

const visibleOptions = (command: Command) => command.createHelp().visibleOptions(command);
const flagsOf = ({ short, long }: Option): readonly string[] => [short, long].filter((flag) => flag !== undefined);
const takesValue = ({ required, optional }: Option) => required || optional;
/** `--sign <off|key|keyless>`: the choices of an option; empty if it takes any value. */
const choicesOf = ({ flags }: Option): readonly string[] => /<([^>]*\|[^>]*)>$/.exec(flags)?.[1]?.split("|") ?? [];
const firstSentence = (text: string) => /^.*?(?:[.:;](?= |$)|$)/s.exec(text)?.[0].replace(/[.:;]$/, "") ?? "";
/** Quoted as one shell word. */
const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

const scripts: Readonly<Record<Shell, (commands: readonly Completed[]) => string>> = {
	bash(commands) {
		const list = (words: readonly string[]) => `COMPREPLY=($(compgen -W ${quoted(words.join(" "))} -- "$cur"))`;
		const values = commands.flatMap(({ command, options }) =>
			options.filter(takesValue).map((option) => {
				const patterns = flagsOf(option).map((flag) => quoted(`${command.name()} ${flag}`));
				const choices = choicesOf(option);
				return `	${patterns.join(" | ")})${choices.length > 0 ? ` ${list(choices)};` : ""} return ;;`;
			}),
		);
		const flags = commands.map(
			({ command, options }) =>
				`	${command.name()}) ${list([...options.flatMap(flagsOf), ...argumentsOf(command)])} ;;`,
		);
		return `# Completion for bash: source <(lucid completion bash)
_lucid() {
	local cur=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]}
	# Bash takes the = of --option=value for a word.
	if [[ $cur == = ]]; then
		cur=''
	elif [[ $previous == = ]]; then
		previous=\${COMP_WORDS[COMP_CWORD - 2]}
	fi
	COMPREPLY=()
	if ((COMP_CWORD == 1)); then
		${list([...commands.map(({ command }) => command.name()), "--help", "--version"])}
		return
	fi
	case "\${COMP_WORDS[1]} $previous" in
${values.join("\n")}
	esac
	case "\${COMP_WORDS[1]}" in
${flags.join("\n")}
	esac
}
complete -o default -F _lucid lucid
`;
	},
	zsh(commands) {
		const escaped = (text: string) => text.replace(/[[\]:\\]/g, "\\$&");
		const specs = (option: Option) => {
			const choices = choicesOf(option);
			const value = choices.length > 0 ? `:value:(${choices.join(" ")})` : ":value:_files";
			return flagsOf(option).map((flag) => {
				const joined = takesValue(option) && flag.startsWith("--") ? "=" : "";
				const text = `[${escaped(firstSentence(option.description))}]`;
				return `			${quoted(`*${flag}${joined}${text}${takesValue(option) ? value : ""}`)}`;
			});
		};
		const cases = commands.map(({ command, options }) => {
			const choices = argumentsOf(command);
			const rest = choices.length > 0 ? [`			${quoted(`1:argument:(${choices.join(" ")})`)}`] : [];
			return `	${command.name()})\n		_arguments \\\n${[...options.flatMap(specs), ...rest].join(" \\\n")}\n		;;`;
		});
		const names = commands.map(({ command }) => `		${quoted(`${command.name()}:${escaped(command.summary())}`)}`);
		return `#compdef lucid
# Completion for zsh: source <(lucid completion zsh), or a file _lucid in a folder of $fpath
_lucid() {
	local -a commands=(
${names.join("\n")}
	)
	if ((CURRENT == 2)); then
		_describe command commands
		return
	fi
	shift words
	((CURRENT--))
	case $words[1] in
${cases.join("\n")}
	esac
}
if [[ $funcstack[1] == _lucid ]]; then
	_lucid "$@"
else
	compdef _lucid lucid
fi
`;
	},
	fish(commands) {
		const lines = commands.flatMap(({ command, options }) => {
			const after = `-n ${quoted(`__fish_seen_subcommand_from ${command.name()}`)}`;
			const choices = argumentsOf(command);
			return [
				`complete -c lucid -f -n __fish_use_subcommand -a ${command.name()} -d ${quoted(command.summary())}`,
				...(choices.length > 0 ? [`complete -c lucid -f ${after} -a ${quoted(choices.join(" "))}`] : []),
				...options.map((option) => {
					const { short, long } = option;
					const names = [short && `-s ${short.slice(1)}`, long && `-l ${long.slice(2)}`].filter(Boolean).join(" ");
					const choices = choicesOf(option);
					const value = choices.length > 0 ? ` -x -a ${quoted(choices.join(" "))}` : takesValue(option) ? " -r" : "";
					return `complete -c lucid ${after} ${names}${value} -d ${quoted(firstSentence(option.description))}`;
				}),
			];
		});
		return `# Completion for fish: lucid completion fish | source\n${lines.join("\n")}\n`;
	},
};

const argumentsOf = (command: Command): readonly string[] =>
	command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices);
