import type { Edit, Finding, LintResult } from "../../../model/documents/lint.ts";
import type { Location } from "../../../util/errors.ts";
import { rules } from "../rules/all.ts";
import { fingerprintFindings, type ReadText } from "./fingerprint.ts";

/** Where the files of the findings are, and which version reports them. */
export interface SarifContext {
	readonly version: string;
	/** The catalog's folder in the repository: blank, or ends with `/`. */
	readonly prefix: string;
	/** The catalog's file name in findings. */
	readonly catalog: string;
	readonly text: ReadText;
}

const levels = { error: "error", warning: "warning", note: "note" } as const;
const home = "https://github.com/lucid/build-action";

/**
 * Findings as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), in the subset that GitHub's code
 * scanning shows:
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export function toSarif({ findings, skipped = [] }: LintResult, context: SarifContext): unknown {
	const used = rules.filter(({ id }) => findings.some(({ code }) => code === id));
	const place = new Map(used.map(({ id }, index) => [id as string, index]));
	return {
		$schema: "https://json.schemastore.org/sarif-2.1.0.json",
		version: "2.1.0",
		runs: [
			{
				tool: {
					driver: {
						name: "lucid lint",
						informationUri: home,
						version: context.version,
						rules: used.map(({ id, title, docs, severity }) => ({
							id,
							shortDescription: { text: title },
							fullDescription: { text: plain(docs) },
							help: { text: plain(docs), markdown: docs },
							helpUri: `${home}/blob/main/docs/lint.md#${id}`,
							defaultConfiguration: { level: levels[severity] },
						})),
					},
				},
				automationDetails: { id: "lucid-lint/" },
				columnKind: "utf16CodeUnits",
				invocations: [
					{
						executionSuccessful: true,
						toolExecutionNotifications: skipped.map(({ check, why }) => ({
							level: "note",
							descriptor: { id: `skipped-${check}` },
							message: { text: why },
						})),
					},
				],
				results: fingerprintFindings(findings, context.text).map(({ finding, fingerprint, occurrence }) => ({
					ruleId: finding.code,
					...(place.has(finding.code) && { ruleIndex: place.get(finding.code) }),
					level: levels[finding.severity],
					message: { text: messageOf(finding) },
					locations: [{ physicalLocation: physical(finding.at ?? { file: context.catalog }, context) }],
					partialFingerprints: { "lucidLint/v1": `${fingerprint}:${occurrence}` },
					...(finding.edits !== undefined && { fixes: [fixOf(finding, finding.edits, context)] }),
				})),
			},
		],
	};
}

const messageOf = ({ message, why, fix }: Finding) =>
	[message, why, fix && `Fix: ${fix}`].filter((part) => part !== undefined && part !== "").join("\n") || "no message";

function physical({ file, line, column, endLine }: Location, context: SarifContext) {
	return {
		artifactLocation: artifact(file, context),
		region: {
			startLine: Math.max(1, line ?? 1),
			...(column !== undefined && column > 0 && { startColumn: column }),
			...(endLine !== undefined && endLine >= (line ?? 1) && { endLine }),
		},
	};
}

/** Relative to the root of the repository, with each part percent-encoded. */
function artifact(file: string, { prefix, catalog }: SarifContext) {
	const own = file === catalog ? (file.split("/").at(-1) ?? file) : file;
	const uri = `${prefix}${own}`
		.split("/")
		.filter((part) => part !== "" && part !== ".")
		.map((part) => encodeURIComponent(part.toWellFormed()))
		.join("/");
	return { uri, uriBaseId: "%SRCROOT%" };
}

function fixOf({ fix, message }: Finding, edits: readonly Edit[], context: SarifContext) {
	const files = [...new Set(edits.map(({ file }) => file))];
	return {
		description: { text: fix ?? message },
		artifactChanges: files.map((file) => ({
			artifactLocation: artifact(file, context),
			replacements: edits
				.filter((edit) => edit.file === file)
				.map(({ from, to, replacement }) => ({
					deletedRegion: { charOffset: from, charLength: to - from },
					insertedContent: { text: replacement },
				})),
		})),
	};
}

/** Markdown as plain text: only the text of links, no code marks. */
const plain = (markdown: string) => markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll("`", "");
