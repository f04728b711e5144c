import { z } from "zod";
import type { CheckLevel } from "../../service/service.ts";
import { type VerifyCheckId, verifyChecks } from "../../service/verify-checks.ts";
import { nameParser } from "../values/names.ts";
import { quote } from "../values/quote.ts";
import * as v from "../values/values.ts";
import { mapWithKeys, oneOf, optional, parsedOrNumber, parsedText } from "./fields.ts";

const checkIds: readonly VerifyCheckId[] = verifyChecks.map(({ id }) => id);
const checkId = v.idParser(checkIds, { code: "catalog/unknown-check", what: "check", page: "docs/verify.md" });

/** `25%` of the published image, or a size. */
function parseGrowth(text: string): v.ParseResult<{ readonly kind: "share" | "bytes"; readonly most: number }> {
	const percent = /^(\d{1,4})%$/.exec(text)?.[1];
	if (percent !== undefined) return v.valid({ kind: "share", most: Number(percent) / 100 });
	const size = v.parseSize(text);
	if (size.ok) return v.valid({ kind: "bytes", most: size.value });
	const fix = 'write it as in "25%" or "20mb"';
	return v.invalid({ code: "catalog/size", message: `${quote(text)} is neither a percentage nor a size`, fix });
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

/** Requirements for the pushed image: docs/verify.md. */
export const verifySchema = z.strictObject({
	user: optional(
		parsedOrNumber(v.parseUser),
		"Numeric user, or user and group, that the image must run as. Without it, 65532:65532 if the base image is distroless.",
		{ examples: ["65532:65532"] },
	),
	max_size: optional(parsedOrNumber(v.parseSize), "Maximum compressed size of the image.", { examples: ["200mb"] }),
	max_growth: optional(
		parsedOrNumber(parseGrowth),
		"How much larger than the published image it may be: a percentage or a size.",
		{ default: "25%", examples: ["10%"] },
	),
	labels: optional(
		z.array(parsedText(nameParser("a label", /^[A-Za-z0-9][A-Za-z0-9._/-]*$/, "org.opencontainers.image.revision"))),
		"Labels that the image must have, with a value.",
		{ examples: [["org.opencontainers.image.revision"]] },
	),
	base: optional(
		z.array(parsedText(nameParser("an image", /^[A-Za-z0-9*][A-Za-z0-9*._:/@-]*$/, "gcr.io/distroless/*"))).min(1),
		"Allowed base images, directly or through other services of the catalog. `*` matches any text without a slash, `**` any text. `scratch` is a valid entry.",
		{ examples: [["gcr.io/distroless/*"]] },
	),
	files: optional(z.array(absolutePath), "Paths that must be in the image.", {
		examples: [["/app/controller/main.py"]],
	}),
	imports: optional(
		z.array(parsedText(nameParser("a Python module", /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/, "controller.main"))),
		"Python modules that must import in a container of the image, without network.",
		{ examples: [["controller.main"]] },
	),
	allow: optional(
		z.array(absolutePath),
		"Paths, with the wildcards of `base`, where shells, package managers, foreign binaries and secrets are allowed.",
		{ examples: [["/opt/firmware/**"]] },
	),
	checks: optional(
		mapWithKeys(checkId, oneOf<CheckLevel>(["error", "warning", "off"])),
		"Level of a check by its id (docs/verify.md): `error` stops the publication, `warning` is only reported.",
		{ examples: [{ healthcheck: "off", "no-shell": "error" }] },
	),
});
