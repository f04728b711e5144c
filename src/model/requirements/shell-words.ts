/** The words of a shell text without quotes and backslashes. Substitutions stay as written. */
export function shellWords(text: string): readonly string[] {
	return shellCommands(text).flat();
}

/** The commands of a shell text as words: separated by `;`, `&&`, `||`, `|`, `&`, parentheses and line ends. */
export function shellCommands(text: string): readonly (readonly string[])[] {
	const commands: string[][] = [];
	let words: string[] = [];
	let word: string | undefined;
	const endWord = () => {
		if (word !== undefined) words.push(word);
		word = undefined;
	};
	const endCommand = () => {
		endWord();
		if (words.length > 0) commands.push(words);
		words = [];
	};
	for (let at = 0; at < text.length; at++) {
		const char = text[at] ?? "";
		if (char === "\\") {
			const next = text[++at] ?? "";
			if (next !== "\n") word = (word ?? "") + next;
		} else if (char === "'" || char === '"') {
			const [inside, end] = quoted(text, at);
			word = (word ?? "") + inside;
			at = end;
		} else if (char === "#" && word === undefined) at = endOfLine(text, at) - 1;
		else if (/[;&|()\n]/.test(char)) endCommand();
		else if (/\s/.test(char)) endWord();
		else word = (word ?? "") + char;
	}
	endCommand();
	return commands;
}

/** The text in quotes, and the index of the closing quote. */
function quoted(text: string, start: number): readonly [string, number] {
	const quote = text[start];
	let inside = "";
	let at = start + 1;
	for (; at < text.length && text[at] !== quote; at++) {
		if (quote === '"' && text[at] === "\\" && /["\\$`\n]/.test(text[at + 1] ?? "")) {
			at++;
			if (text[at] === "\n") continue;
		}
		inside += text[at];
	}
	return [inside, at];
}

function endOfLine(text: string, start: number): number {
	const end = text.indexOf("\n", start);
	return end < 0 ? text.length : end;
}
