/** Go's unicode.IsSpace. JavaScript's trim also removes the byte order mark and keeps U+0085. */
const spaces = "\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const leading = new RegExp(`^[${spaces}]+`);
const single = new RegExp(`^[${spaces}]$`);

export const isSpace = (char: string): boolean => single.test(char);
export const trimStart = (text: string): string => text.replace(leading, "");
export const trim = (text: string): string => trimEnd(trimStart(text));

/** A loop, since a regular expression takes quadratic time over long gaps. */
function trimEnd(text: string): string {
	let end = text.length;
	while (end > 0 && isSpace(text[end - 1] ?? "")) end--;
	return text.slice(0, end);
}

/** Removes a byte order mark, which the engine skips at the start of a file. */
export const stripByteOrderMark = (text: string): string => (text.startsWith("\uFEFF") ? text.slice(1) : text);

/** Go's path.Clean: `a//b/../c/` is `a/c`, an empty path is `.`. */
export function cleanPath(text: string): string {
	const rooted = text.startsWith("/");
	const parts: string[] = [];
	for (const part of text.split("/")) {
		if (part === "" || part === ".") continue;
		if (part !== "..") parts.push(part);
		else if (parts.length > 0 && parts.at(-1) !== "..") parts.pop();
		else if (!rooted) parts.push(part);
	}
	return (rooted ? "/" : "") + parts.join("/") || (rooted ? "/" : ".");
}

/** The parts of a source path in its context: a leading `/` and every `..` that would leave it are dropped. */
export function splitContextPath(text: string): readonly string[] {
	return cleanPath(`/${text}`).split("/").filter(Boolean);
}
