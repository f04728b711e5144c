import type { Documents } from "../../model/documents/documents.ts";
import type { PlanRemark } from "../../model/documents/plan.ts";
import type { SignResult } from "../../model/documents/sign.ts";
import type { SmokeResult } from "../../model/documents/smoke.ts";
import { formatProblem, type Problem } from "../../util/errors.ts";
import { plural } from "../../util/format.ts";
import { sanitizeLine, sanitizeLines } from "../../util/sanitize.ts";
import { headline } from "../run/headline.ts";
import { isPlanAlone, type Run } from "../run/run.ts";
import { toRows } from "../run/service-rows.ts";
import { failedCheckLines, verifyTotals } from "../text/check-lines.ts";
import { hostLines } from "../text/host-lines.ts";
import { inputsText } from "../text/inputs-text.ts";
import { formatEstimate, holdText } from "../text/plan-notes.ts";
import { smokeLines } from "../text/smoke-lines.ts";
import { textTable } from "../text/text-table.ts";
import type { Paint } from "./colors.ts";
import { doctorText } from "./doctor-text.ts";
import { findingTable } from "./finding-table.ts";
import { initText } from "./init-text.ts";

/** What a stage prints at its end: tables, headline, paths of the report. */
export function conclusion(documents: Documents, paint: Paint, width: number): string {
	const { plan, lint, verify, report, smoke, sign, verifyHost, init, doctor, nothingToDo } = documents;
	const parts = [
		nothingToDo,
		init && initText(init, paint),
		doctor && doctorText(doctor, paint),
		lint && findingTable(lint, paint),
		verifyHost &&
			hostLines(verifyHost)
				.map((line) => marked(line, paint))
				.join("\n"),
		smoke && tried(smoke, paint),
		plan && table({ ...documents, plan }, paint, width),
		plan && blockedText({ ...documents, plan }, paint),
		plan && warning(holdText(plan.source), paint),
		plan?.remarks?.map((remark) => remarkText(remark, paint)).join("\n"),
		plan && checksText({ ...documents, plan }, paint),
		verify && verifyTotals(verify),
		sign && signedText(sign),
		report && files(report.files),
	];
	return parts.filter((part) => part !== undefined).join("\n\n");
}

function table(
	run: Documents & { readonly plan: NonNullable<Documents["plan"]> },
	paint: Paint,
	width: number,
): string {
	const rows = toRows(run);
	const lines = textTable(rows, width, isPlanAlone(run) ? "plan" : "run").split("\n");
	const [title = "", ...rest] = lines;
	const marked = rest.map((line) => line.replaceAll("✓", paint("green", "✓")).replaceAll("✗", paint("red", "✗")));
	const { estimate, inputs = [] } = run.plan;
	return [
		...inputs.flatMap((listed) => [inputsText(listed, (text) => paint("bold", text)), ""]),
		...(rows.length > 0 ? [paint("bold", title), ...marked, ""] : []),
		headline(run, rows),
		...(isPlanAlone(run) && estimate !== undefined && rows.length > 0 ? [formatEstimate(estimate)] : []),
	].join("\n");
}

const marked = (line: string, paint: Paint) => line.replace("✓", paint("green", "✓")).replace("✗", paint("red", "✗"));

/** `lucid-api-gateway:8080 ✓`, one per line. */
function tried(smoke: SmokeResult, paint: Paint): string | undefined {
	const lines = smokeLines(smoke).map((line) => marked(line, paint));
	return lines.length === 0 ? undefined : lines.join("\n");
}

function warning(text: string | undefined, paint: Paint): string | undefined {
	return text && `${paint("yellow", "warning")} ${sanitizeLine(text)}`;
}

function checksText(run: Run, paint: Paint): string | undefined {
	const lines = failedCheckLines(run).map(({ level, text }) => {
		const word = level === "warning" ? paint("yellow", "warning") : paint("red", "error");
		return `${word} ${sanitizeLine(text)}`;
	});
	return lines.length === 0 ? undefined : lines.join("\n");
}

function remarkText(remark: PlanRemark, paint: Paint): string {
	const word = remark.severity === "warning" ? paint("yellow", "warning:") : "note:";
	return `${word} ${sanitizeLines(formatProblem(remark)).join("\n")}`;
}

/** Why images are blocked, if no build follows that reports it. A shared cause appears once. */
function blockedText({ plan, build }: Run, paint: Paint): string | undefined {
	if (build !== undefined) return undefined;
	const problems = plan.images.flatMap(({ decision }) => (decision.kind === "blocked" ? decision.problems : []));
	const byCause = Map.groupBy(problems, ({ code, at, message, why, fix }) =>
		JSON.stringify(why === undefined || fix === undefined ? [at, message] : [code, why, fix]),
	);
	const shown = [...byCause.values()].flatMap(([first, ...others]) => {
		const more = new Set(others.map(({ message }) => message).filter((message) => message !== first?.message)).size;
		if (first === undefined) return [];
		return [more === 0 ? first : { ...first, message: `${first.message} (and ${more} more of this kind)` }];
	});
	return shown.length === 0 ? undefined : problemText(shown, paint);
}

/** `3 services signed as build-signed.yml@v1 of acme/shop, in one statement: sha256:...`. */
function signedText({ services, signer, statement }: SignResult): string {
	const count = services.filter(({ outcome }) => outcome === "signed").length;
	if (statement === undefined) return "nothing was signed";
	return `${plural(count, "service")} signed${signer === undefined ? "" : ` as ${signer}`}, in one statement: ${statement}`;
}

function files(byKind: Readonly<Record<string, string>>): string {
	return Object.entries(byKind)
		.map(([kind, path]) => `${kind}: ${path}`)
		.join("\n");
}

/** Formats problems, each after a red `error:`. */
export function problemText(problems: readonly Problem[], paint: Paint): string {
	return problems
		.map((problem) => `${paint("red", "error:")} ${sanitizeLines(formatProblem(problem)).join("\n")}`)
		.join("\n");
}
