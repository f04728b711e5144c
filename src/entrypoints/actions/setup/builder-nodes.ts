import { parse } from "yaml";
import * as z from "zod";
import { UserError } from "../../../util/errors.ts";

const strings = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const platforms = strings.transform((list) =>
	list.flatMap((platform) => platform.split(",").map((part) => part.trim())),
);

const node = z.strictObject({
	name: z
		.string()
		.regex(/^[a-z0-9][a-z0-9._-]*$/i, "a name consists of letters, digits, dots, hyphens and underscores"),
	endpoint: z.string().min(1).optional(),
	platforms: platforms
		.pipe(z.array(z.string().regex(/^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9]+)?$/, "like linux/arm64")))
		.optional(),
	"driver-opts": strings.optional(),
	"buildkitd-flags": z.string().optional(),
});

/** One node of a builder. */
export type BuilderNode = z.output<typeof node>;

/** Reads the input `nodes`: a YAML list of `docker buildx create` options. Throws a UserError with all mistakes. */
export function parseNodes(text: string): readonly BuilderNode[] {
	let value: unknown;
	try {
		value = parse(text);
	} catch (cause) {
		const why = (cause as Error).message.split("\n")[0] ?? "";
		throw new UserError({ code: "options/value", message: "nodes is not valid YAML", why, fix: example }, { cause });
	}
	const read = z.array(node).min(1).safeParse(value);
	if (!read.success)
		throw new UserError(
			read.error.issues.map(({ path, message }) => ({
				code: "options/value",
				message: `nodes${path.length === 0 ? "" : ` (${path.join(".")})`}: ${message}`,
				fix: example,
			})),
		);
	const names = read.data.map(({ name }) => name);
	const twice = names.filter((name, at) => names.indexOf(name) !== at);
	if (twice.length > 0)
		throw new UserError({ code: "options/value", message: `nodes: duplicate name ${twice.join(", ")}` });
	return read.data;
}

const example = "write a list: `- {name: pi, endpoint: ssh://pi@raspberrypi, platforms: linux/arm64}`";
