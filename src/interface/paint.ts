import { styleText } from "node:util";

export type Paint = (style: "red" | "green" | "yellow" | "bold" | "dim", text: string) => string;

/** Colours where the stream shows them: a terminal, and nobody said NO_COLOR. FORCE_COLOR wins over both. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
	return (style, text) => styleText(style, text, { stream });
}
