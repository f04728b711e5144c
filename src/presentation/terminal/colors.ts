import { styleText } from "node:util";

export type Paint = (style: "red" | "green" | "yellow" | "bold" | "dim", text: string) => string;

/**
 * Colours where a person sees them: on a terminal that can (TERM), that is none of a CI's, and where nobody said NO_COLOR (https://no-color.org).
 * FORCE_COLOR wins over all of it; `FORCE_COLOR=0` is a no.
 */
export function paintFor(stream: NodeJS.WriteStream, env: Env = process.env): Paint {
	if (env.FORCE_COLOR === undefined && env.CI) return (_, text) => text;
	return (style, text) => styleText(style, text, { stream });
}

type Env = Readonly<Record<string, string | undefined>>;
