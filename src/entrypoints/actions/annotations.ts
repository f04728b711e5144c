import type { BuiltImage, Check } from "../../model/documents/build.ts";
import type { Documents } from "../../model/documents/documents.ts";
import type { PlannedImage } from "../../model/documents/plan.ts";
import type { PublishedService } from "../../model/documents/publish.ts";
import { failedChecks, formatFailedCheck } from "../../model/documents/results.ts";
import type { SignedService } from "../../model/documents/sign.ts";
import type { SmokedService } from "../../model/documents/smoke.ts";
import type { HostImage } from "../../model/documents/verify-host.ts";
import type { CheckedImage } from "../../presentation/run/run.ts";
import { holdText } from "../../presentation/text/plan-notes.ts";
import { defined } from "../../util/defined.ts";
import type { Problem } from "../../util/errors.ts";

export interface Annotation {
	readonly level: "error" | "warning" | "notice";
	readonly title: string;
	readonly message: string;
	readonly file?: string;
	readonly line?: number;
	readonly column?: number;
}

/** GitHub shows this many annotations of each level per step and drops the rest. */
const maxShown = 10;
/** GitHub's limit for one message. */
const maxMessage = 4096;

/** Annotations of files and of the run. Blocked images are reported by the build if one followed. */
export function annotationsOf({
	verifyHost,
	plan,
	lint,
	build,
	verify,
	smoke,
	sign,
	publish,
}: Documents): readonly Annotation[] {
	// Only the jobs that plan or publish report a hold, not every leg between them.
	const reportsHold = plan !== undefined && (publish !== undefined || (build ?? verify ?? smoke ?? sign) === undefined);
	const hold = reportsHold ? holdText(plan.source) : undefined;
	const policies = new Map(plan?.services.map(({ name, policy }) => [name, policy]));
	return [
		...(hold === undefined ? [] : [{ level: "warning", title: "tags on hold", message: hold } as const]),
		...[...(plan?.remarks ?? []), ...(lint?.findings ?? [])].map((finding) =>
			problemAnnotation(finding, levels[finding.severity]),
		),
		...(build === undefined ? (plan?.images ?? []) : []).flatMap(ofPlanned),
		...(build?.images ?? []).flatMap(ofBuilt),
		...[...(build?.images ?? []), ...(verify?.images ?? [])].flatMap((image) =>
			ofChecks(image, levelOf(policies.get(image.service)?.verify)),
		),
		...(verifyHost?.images ?? []).flatMap(ofHost),
		...(smoke?.services ?? []).flatMap((row) => ofSmoked(row, levelOf(policies.get(row.service)?.smoke))),
		...(sign?.services ?? []).flatMap(ofSigned),
		...(publish?.services ?? []).flatMap(ofPublished),
	];
}

/** Advisory findings are warnings. */
const levelOf = (policy: string | undefined) => (policy === "advisory" ? "warning" : "error");

const levels = { error: "error", warning: "warning", note: "notice" } as const;

function ofPlanned({ decision }: PlannedImage): readonly Annotation[] {
	return decision.kind === "blocked" ? decision.problems.map((problem) => problemAnnotation(problem, "error")) : [];
}

function ofBuilt({ service, platform, error, warnings = [] }: BuiltImage): readonly Annotation[] {
	if (error === undefined)
		return warnings.map((message) => ({ level: "warning", title: `${service} (${platform}) was built`, message }));
	const { message, log = [], file, line } = error;
	return [
		{
			level: "error",
			title: `${service} (${platform}) was not built`,
			message: [message, ...log].join("\n"),
			...defined({ file, line }),
		},
	];
}

function ofChecks({ service, platform, checks }: CheckedImage, level: Annotation["level"]): readonly Annotation[] {
	const failed = failedChecks(checks);
	const warned = checks.filter((check) => !check.ok && !failed.includes(check));
	const text = (list: readonly Check[]) => list.map(formatFailedCheck).join("\n");
	const title = `${service} (${platform}) failed checks`;
	return [
		...(failed.length === 0 ? [] : [{ level, title, message: text(failed) }]),
		...(warned.length === 0 ? [] : [{ level: "warning", title, message: text(warned) } as const]),
	];
}

function ofSmoked(
	{ service, verdict, failure, reason, warnings = [] }: SmokedService,
	level: Annotation["level"],
): readonly Annotation[] {
	if (verdict === "healthy")
		return warnings.map((message) => ({ level: "warning", title: `${service} is healthy, with a warning`, message }));
	if (verdict === "skipped") return [];
	const message = [failure?.guess ?? reason ?? "unknown reason", ...(failure?.log ?? [])].join("\n");
	return [{ level, title: `${service} is ${verdict}`, message }];
}

function ofHost({ service, ref, state, foreign, unsigned }: HostImage): readonly Annotation[] {
	if (state === "absent") return [{ level: "error", title: `${service} is not on the host`, message: ref }];
	if (foreign !== undefined) return [{ level: "error", title: `${service}: the tag is not ours`, message: foreign }];
	if (unsigned !== undefined)
		return [{ level: "error", title: `${service} is not signed`, message: `${ref}: ${unsigned}` }];
	return state === "old" ? [{ level: "error", title: `${service} is old on the host`, message: ref }] : [];
}

function ofSigned({ service, outcome, reason }: SignedService): readonly Annotation[] {
	if (outcome !== "failed") return [];
	return [{ level: "error", title: `${service} was not signed`, message: reason ?? "unknown reason" }];
}

function ofPublished({ service, outcome, reason, tags, warnings = [] }: PublishedService): readonly Annotation[] {
	const warned = warnings.map((message) => ({ level: "warning", title: `${service}: tags moved`, message }) as const);
	if (outcome === "cancelled") return warned;
	if (outcome === "failed" || outcome === "skipped")
		return [{ level: "error", title: `${service} was not published`, message: reason ?? "unknown reason" }, ...warned];
	const held = tags.filter(({ state }) => state === "held");
	if (held.length === 0) return warned;
	const lines = held.map(({ tag, why }) => `${tag} held: ${why ?? reason ?? "unknown reason"}`);
	return [{ level: "warning", title: `${service}: tags held`, message: lines.join("\n") }, ...warned];
}

export function problemAnnotation({ code, message, why, fix, at }: Problem, level: Annotation["level"]): Annotation {
	return {
		level,
		title: code,
		message: [message, why, fix && `fix: ${fix}`].filter(Boolean).join("\n"),
		...(at && { file: at.file }),
		...defined({ line: at?.line, column: at?.column }),
	};
}

/** At most as many as GitHub shows; the last of a level counts the rest. */
export function limitAnnotations(all: readonly Annotation[]): readonly Annotation[] {
	return (["error", "warning", "notice"] as const).flatMap((level) => {
		const ofLevel = all
			.filter((annotation) => annotation.level === level)
			.map((annotation) => ({ ...annotation, message: cut(annotation.message) }));
		if (ofLevel.length <= maxShown) return ofLevel;
		const more = ofLevel.length - maxShown + 1;
		return [...ofLevel.slice(0, maxShown - 1), { level, title: `${more} more`, message: "See the log of this step." }];
	});
}

const cut = (text: string) => (text.length <= maxMessage ? text : `${text.slice(0, maxMessage - 1)}…`);
