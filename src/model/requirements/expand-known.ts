/** Characters that known variables may add to a text. Those after them stay as written. */
const maxAdded = 64 * 1024;

/** Expands `$NAME` and `${NAME}` of known variables in a shell text. */
export function expandKnown(text: string, variables: Readonly<Record<string, string>>): string {
	let added = 0;
	return text.replace(/\$(?:(\w+)|\{(\w+)\})/g, (all, plain?: string, braced?: string) => {
		const name = plain ?? braced ?? "";
		const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
		added += value?.length ?? 0;
		return value === undefined || added > maxAdded ? all : value;
	});
}
