/**
 * The section of a version in a changelog of the Keep a Changelog form, without its heading; undefined where it has
 * none, or nothing in it.
 */
export function releaseNotes(changelog: string, version: string): string | undefined {
	const lines = changelog.split(/\r?\n/);
	const isHeading = (line: string) => /^## /.test(line);
	const start = lines.findIndex((line) => {
		const named = /^## \[?([^\]\s]+)\]?/.exec(line)?.[1];
		return named === version;
	});
	if (start < 0) return undefined;
	const after = lines.slice(start + 1);
	const end = after.findIndex(isHeading);
	const text = (end < 0 ? after : after.slice(0, end)).join("\n").trim();
	return text === "" ? undefined : text;
}
