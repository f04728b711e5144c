/** A part of a text that may be told at less length. */
export interface Section {
	/** What goes last when room is short has the lowest. */
	readonly rank: number;
	/** For the list of what was shortened. */
	readonly name: string;
	/** Markdown from the whole of it to the shortest, each made when it is needed; after the last it is left out. */
	readonly variants: readonly (() => string)[];
}

/**
 * The sections one after another, in at most so many bytes of UTF-8: those of the lowest rank are told shorter first, and what was shortened is named
 * with `pointer`, which says where the whole of it is.
 */
export function fitSections(sections: readonly Section[], maxBytes: number, pointer: string): string {
	const parts = sections.map((section) => ({ section, telling: 0, text: section.variants[0]?.() ?? "" }));
	const shortened = () => parts.filter(({ telling }) => telling > 0).map(({ section }) => section.name);
	const text = () => {
		const names = shortened();
		const note = names.length === 0 ? [] : [`_Shortened to fit: ${names.join(", ")}. ${pointer}_`];
		return [...parts.map((part) => part.text).filter((one) => one !== ""), ...note].join("\n\n");
	};
	for (const part of parts.toSorted((a, b) => a.section.rank - b.section.rank)) {
		while (Buffer.byteLength(text()) > maxBytes && part.telling < part.section.variants.length) {
			part.telling += 1;
			part.text = part.section.variants[part.telling]?.() ?? "";
		}
	}
	return text();
}
