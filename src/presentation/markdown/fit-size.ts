/** A part of a text with shorter variants. */
export interface Section {
	/** The lowest rank is shortened first. */
	readonly rank: number;
	/** For the list of shortened sections. */
	readonly name: string;
	/** Markdown from complete to shortest, each made on demand; after the last one the section is omitted. */
	readonly variants: readonly (() => string)[];
}

/**
 * Joins the sections in at most `maxBytes` of UTF-8. Shortens the lowest ranks first and names them; `pointer` says
 * where the complete text is.
 */
export function fitSections(sections: readonly Section[], maxBytes: number, pointer: string): string {
	const parts = sections.map((section) => ({ section, variant: 0, text: section.variants[0]?.() ?? "" }));
	const shortened = () => parts.filter(({ variant }) => variant > 0).map(({ section }) => section.name);
	const text = () => {
		const names = shortened();
		const note = names.length === 0 ? [] : [`_Shortened to fit: ${names.join(", ")}. ${pointer}_`];
		return [...parts.map((part) => part.text).filter((text) => text !== ""), ...note].join("\n\n");
	};
	for (const part of parts.toSorted((a, b) => a.section.rank - b.section.rank)) {
		while (Buffer.byteLength(text()) > maxBytes && part.variant < part.section.variants.length) {
			part.variant += 1;
			part.text = part.section.variants[part.variant]?.() ?? "";
		}
	}
	return text();
}
