import { z } from "zod";
import { closestMatch } from "../../../util/closest-match.ts";
import type { CheckLevel } from "../../service/service.ts";
import { type VerifyCheckId, verifyChecks } from "../../service/verify-checks.ts";
import { nameParser } from "../values/names.ts";
import { quote } from "../values/quote.ts";
import * as v from "../values/values.ts";
import { mapWithKeys, oneOf, parsedOrNumber, parsedText } from "./fields.ts";

const checkIds: readonly VerifyCheckId[] = verifyChecks.map(({ id }) => id);

function checkId(text: string): v.ParseResult<VerifyCheckId> {
	const known = checkIds.find((id) => id === text);
	if (known !== undefined) return v.valid(known);
	const meant = closestMatch(text, checkIds);
	const fix = meant === undefined ? "docs/verify.md lists them all" : `did you mean ${quote(meant)}?`;
	return v.invalid({ code: "catalog/unknown-check", message: `there is no check ${quote(text)}`, fix });
}

/** `25%` of what is published, or a size. */
function parseGrowth(text: string): v.ParseResult<{ readonly kind: "share" | "bytes"; readonly most: number }> {
	const percent = /^(\d{1,4})%$/.exec(text)?.[1];
	if (percent !== undefined) return v.valid({ kind: "share", most: Number(percent) / 100 });
	const size = v.parseSize(text);
	if (size.ok) return v.valid({ kind: "bytes", most: size.value });
	const fix = 'write it as in "25%" or "20mb"';
	return v.invalid({ code: "catalog/size", message: `${quote(text)} is neither a share nor a size`, fix });
}

const absolutePath = parsedText((text) =>
	/^\/[^\0\n\r]*$/.test(text)
		? v.valid(text)
		: v.invalid({
				code: "catalog/value",
				message: `${quote(text)} is not an absolute path`,
				fix: 'write it as in "/app/main.py"',
			}),
);

/** What the pushed image must satisfy: docs/verify.md. */
export const verifySchema = z.strictObject({
	user: parsedOrNumber(v.parseUser)
		.optional()
		.meta({
			description:
				"Numeric user, or user and group, that the image must run as. Without it, 65532:65532 where it is FROM a distroless image.",
			examples: ["65532:65532"],
		}),
	max_size: parsedOrNumber(v.parseSize)
		.optional()
		.meta({ description: "Largest compressed size of the image.", examples: ["200mb"] }),
	max_growth: parsedOrNumber(parseGrowth)
		.optional()
		.meta({
			description: "How much larger than what is published the image may be: a share of it, or a size.",
			default: "25%",
			examples: ["10%"],
		}),
	labels: z
		.array(parsedText(nameParser("a label", /^[A-Za-z0-9][A-Za-z0-9._/-]*$/, "org.opencontainers.image.revision")))
		.optional()
		.meta({
			description: "Labels that the image must have, filled in.",
			examples: [["org.opencontainers.image.revision"]],
		}),
	base: z
		.array(parsedText(nameParser("an image", /^[A-Za-z0-9*][A-Za-z0-9*._:/@-]*$/, "gcr.io/distroless/*")))
		.min(1)
		.optional()
		.meta({
			description:
				"Images it may be FROM, by itself or through others of this catalog. `*` stands for any text without a slash, `**` for any; `scratch` is one of them.",
			examples: [["gcr.io/distroless/*"]],
		}),
	files: z
		.array(absolutePath)
		.optional()
		.meta({ description: "Paths that must be in the image.", examples: [["/app/controller/main.py"]] }),
	imports: z
		.array(parsedText(nameParser("a Python module", /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/, "controller.main")))
		.optional()
		.meta({
			description: "Python modules that must import, tried in a container of the image without network.",
			examples: [["controller.main"]],
		}),
	allow: z
		.array(absolutePath)
		.optional()
		.meta({
			description:
				"Paths, with the wildcards of `base`, in which shells, package managers, foreign binaries and secrets are no matter.",
			examples: [["/opt/firmware/**"]],
		}),
	checks: mapWithKeys(checkId, oneOf<CheckLevel>(["error", "warning", "off"]))
		.optional()
		.meta({
			description: "Level of a check by its id (docs/verify.md): `error` stops the image, `warning` is only told.",
			examples: [{ healthcheck: "off", "no-shell": "error" }],
		}),
});
