import { styleText } from "node:util";
import type { Env } from "../../util/env.ts";

export type Paint = (style: "red" | "green" | "yellow" | "bold" | "dim", text: string) => string;

/** Colours on a terminal (TERM), not in CI, not with NO_COLOR (https://no-color.org); FORCE_COLOR overrides all. */
export function paintFor(stream: NodeJS.WriteStream, env: Env = process.env): Paint {
	if (env.FORCE_COLOR === undefined && env.CI) return (_, text) => text;
	return (style, text) => styleText(style, text, { stream });
}
