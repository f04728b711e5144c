import type { BuiltImage } from "../../model/documents/build.ts";
import { formatFailedCheck } from "../../model/documents/results.ts";
import type { ProbeResult, SmokedService } from "../../model/documents/smoke.ts";
import type { RuleId } from "../../model/service/lint-rule-ids.ts";
import type { Service } from "../../model/service/service.ts";
import { isStarted, serviceKind } from "../../model/service/service-kind.ts";
import { formatDuration } from "../../util/format.ts";
import { checkedImages, type Run } from "../run/run.ts";

/** One criterion's result for one service. Only a check that ran can meet a criterion. */
export type CriterionResult =
	| { readonly kind: "met"; readonly how: string }
	| { readonly kind: "failed"; readonly why: string }
	| { readonly kind: "unchecked"; readonly why: string }
	/** The criterion does not apply to this service. */
	| { readonly kind: "none"; readonly why: string };

/** An expectation, and the checks that decide it. */
export interface Criterion {
	readonly title: string;
	/** The deciding checks, for readers: `verify: no-shell`. */
	readonly source: string;
	readonly evaluate: (subject: ServiceEvidence) => CriterionResult;
}

/** All results for one service. */
export interface ServiceEvidence {
	readonly run: Run;
	readonly service: Service;
	readonly images: readonly BuiltImage[];
	readonly checked: readonly Pick<BuiltImage, "platform" | "checks" | "unchecked">[];
	readonly smoked: readonly SmokedService[];
}

export function collectEvidence(run: Run): readonly ServiceEvidence[] {
	const chosen = new Set(run.plan.selected);
	const of = <T extends { readonly service: string }>(list: readonly T[]) =>
		Map.groupBy(list, ({ service }) => service);
	const [images, checked] = [of(run.build?.images ?? []), of(checkedImages(run))];
	const smoked = of(run.smoke?.services ?? []);
	return run.plan.services
		.filter(({ name }) => chosen.has(name))
		.map((service) => ({
			...{ run, service, images: images.get(service.name) ?? [], checked: checked.get(service.name) ?? [] },
			smoked: smoked.get(service.name) ?? [],
		}));
}

/** Which checks of verification decide. */
interface Deciding {
	/** All of these must have run. */
	readonly all?: readonly string[];
	/** One of these must have run. */
	readonly any?: readonly string[];
	/** If they ran, these must pass too. */
	readonly also?: readonly string[];
	/** The layers must have been read. */
	readonly deep?: true;
	/** The services to which it applies; all by default. */
	readonly who?: "those that run" | "servers" | "those with ports";
}

export function checksPass(title: string, { all = [], any = [], also = [], deep, who }: Deciding): Criterion {
	const ids = [...all, ...any, ...also];
	return {
		...{ title, source: `verify: ${ids.join(", ")}` },
		evaluate({ run, service, checked }) {
			const kind = serviceKind(run.plan, service);
			if (who === "those with ports" && service.ports.length === 0) return { kind: "none", why: "it has no port" };
			if (who === "those that run" && !isStarted(kind)) return { kind: "none", why: "it does not run" };
			if (who === "servers" && kind !== "server") return { kind: "none", why: "it has no health check" };
			if (checked.length === 0) return { kind: "unchecked", why: "the image was not verified in this run" };
			const verdicts = checked.map((image): CriterionResult => {
				const deciding = image.checks.filter(({ id }) => ids.includes(id));
				const bad = deciding.filter(({ ok }) => !ok);
				if (bad.length > 0) return { kind: "failed", why: bad.map(formatFailedCheck).join("; ") };
				const has = (id: string) => image.checks.some((check) => check.id === id);
				const enough = all.every(has) && (any.length === 0 || any.some(has)) && (deep === undefined || has("layers"));
				if (enough) return { kind: "met", how: [...new Set(deciding.map(({ actual }) => actual))].join(", ") };
				const unchecked = image.unchecked?.find(({ id }) => ids.includes(id) && !also.includes(id));
				const layers = image.unchecked?.find(({ id }) => id === "layers");
				// The layers were read and the check does not apply, for example a Python check without Python.
				if (unchecked === undefined && has("layers")) return { kind: "none", why: "does not apply" };
				return { kind: "unchecked", why: (unchecked ?? layers)?.reason ?? "the image was not verified in this run" };
			});
			return worst(verdicts);
		},
	};
}

const order: readonly CriterionResult["kind"][] = ["failed", "unchecked", "met", "none"];
const worst = (verdicts: readonly CriterionResult[]): CriterionResult =>
	verdicts.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0] ?? {
		kind: "unchecked",
		why: "nothing was checked",
	};

/** Decided by smoke's result for the running image. */
const smoked = (
	title: string,
	by: string,
	evaluate: (result: SmokedService, subject: ServiceEvidence) => CriterionResult,
): Criterion => ({
	...{ title, source: `smoke: ${by}` },
	evaluate(subject) {
		const { run, service, smoked: rows } = subject;
		if (!isStarted(serviceKind(run.plan, service))) return { kind: "none", why: "it does not run" };
		if (rows.length === 0) return { kind: "unchecked", why: "it was not smoked in this run" };
		return worst(rows.map((result) => evaluate(result, subject)));
	},
});

/** The result for a service that was not started or failed before this check. */
function untried({ verdict, reason, failure, passedBefore }: SmokedService): CriterionResult | undefined {
	if (passedBefore !== undefined) return { kind: "met", how: `this digest passed for ${passedBefore.slice(0, 7)}` };
	if (verdict === "healthy") return undefined;
	const why = failure?.guess ?? reason ?? verdict;
	return verdict === "unhealthy" ? { kind: "failed", why } : { kind: "unchecked", why };
}

/** The catalog's own health check, which is the first probe. */
export const answersHealthCheck = smoked(
	"Answers its health check from outside",
	"the probe of the catalog",
	(result) => {
		const [first] = result.probes;
		if (first === undefined) return untried(result) ?? { kind: "unchecked", why: "no probe was made" };
		return ofProbe(first);
	},
);

function ofProbe({ target, ok, error, latencyMs }: ProbeResult): CriterionResult {
	if (!ok) return { kind: "failed", why: `${target}: ${error ?? "no"}` };
	return { kind: "met", how: `${target}${latencyMs === undefined ? "" : ` in ${formatDuration(latencyMs)}`}` };
}

const isJob = ({ run, service }: ServiceEvidence) => serviceKind(run.plan, service) === "job";
const endsByItself: CriterionResult = { kind: "none", why: "it is a job, which ends by itself" };

/** Decided by one of the later probes. `without` is the result if there is no such probe. */
export const probePasses = (
	title: string,
	kind: ProbeResult["kind"],
	without: (subject: ServiceEvidence) => CriterionResult,
): Criterion =>
	smoked(title, kind, (result, subject) => {
		if (isJob(subject)) return endsByItself;
		// For a worker, which has no endpoint, `stable` is the first probe.
		const match = (kind === "stable" ? result.probes : result.probes.slice(1)).find((other) => other.kind === kind);
		if (match === undefined) {
			const missing = without(subject);
			return missing.kind === "none" && result.passedBefore === undefined ? missing : (untried(result) ?? missing);
		}
		// A healthcheck that is too slow under emulation decides nothing.
		if (!match.ok && result.verdict === "healthy")
			return { kind: "unchecked", why: result.reason ?? match.error ?? "undecided" };
		return ofProbe(match);
	});

export const notProbed = (): CriterionResult => ({ kind: "unchecked", why: "no such probe was made" });

/** An open TCP port has no negative answer. */
export const noNegativeProbe = ({ service: { health } }: ServiceEvidence): CriterionResult =>
	health?.kind === "http" || health?.kind === "grpc"
		? { kind: "unchecked", why: health.negative ? "no such probe was made" : "the catalog turns it off" }
		: { kind: "none", why: "there is nothing else to request" };

/** Met if none of these lint rules has a finding for the service. */
export const lintPasses = (title: string, ...rules: readonly RuleId[]): Criterion => ({
	...{ title, source: `lint: ${rules.join(", ")}` },
	evaluate({ run, service }) {
		if (run.lint === undefined) return { kind: "unchecked", why: "lint did not run" };
		const off = rules.filter((rule) => service.lint?.rules[rule] === "off");
		if (off.length === rules.length) return { kind: "unchecked", why: `the catalog turns ${off.join(", ")} off` };
		const findings = run.lint.findings.filter(
			(finding) => finding.service === service.name && (rules as readonly string[]).includes(finding.code),
		);
		if (findings.length > 0) return { kind: "failed", why: findings.map(({ message }) => message).join("; ") };
		return { kind: "met", how: "no findings" };
	},
});

/** Decided by rules that query a package index, which a run does only for images it builds. */
export const packageLintPasses = (title: string, ...rules: readonly RuleId[]): Criterion => {
	const rest = lintPasses(title, ...rules);
	return {
		...rest,
		evaluate(subject) {
			const { lint, plan } = subject.run;
			const skipped = lint?.skipped?.find(({ check }) => check === "packages");
			if (skipped !== undefined) return { kind: "unchecked", why: skipped.why };
			const own = plan.images.filter(({ service }) => service === subject.service.name);
			if (own.every(({ decision }) => decision.kind === "unchanged"))
				return { kind: "unchecked", why: "it was not built in this run, so no index was queried" };
			return rest.evaluate(subject);
		},
	};
};

export const isPushed: Criterion = {
	...{ title: "Pushed, and read back from the registry", source: "build, publish" },
	evaluate({ run, service, images }) {
		const row = run.publish?.services.find((published) => published.service === service.name);
		const bad = images.find(({ outcome }) => outcome !== "built" && outcome !== "unchanged");
		if (bad !== undefined) return { kind: "failed", why: bad.error?.message ?? bad.outcome };
		if (row === undefined) return { kind: "unchecked", why: "publish did not run" };
		if (row.outcome === "published" || row.outcome === "unchanged")
			return { kind: "met", how: row.digest ?? row.outcome };
		return { kind: "failed", why: row.reason ?? row.outcome };
	},
};

export const runsHardened = smoked(
	"Runs with a read-only root, no capabilities and no new privileges",
	"hardening",
	(result, { service }) => {
		const { readOnly, capDrop, noNewPrivileges } = service.hardening;
		const settings = [
			readOnly && "read-only",
			capDrop.includes("ALL") && "drops ALL",
			noNewPrivileges && "no new privileges",
		];
		const active = settings.filter((setting) => setting !== false);
		if (active.length < settings.length)
			return { kind: "failed", why: `the catalog sets only ${active.join(", ") || "nothing"}` };
		if (result.needs !== undefined) return { kind: "failed", why: `it needs ${result.needs.join(", ")}` };
		return untried(result) ?? { kind: "met", how: active.join(", ") };
	},
);

export const stopsOnSigterm = smoked("Stops on SIGTERM", "stop", (result, subject) => {
	if (isJob(subject)) return endsByItself;
	if (result.stopMs === undefined) return untried(result) ?? { kind: "unchecked", why: "its stop was not observed" };
	if (result.failure?.phase === "stop") return { kind: "failed", why: result.failure.guess };
	if (result.killed && result.emulated)
		return { kind: "unchecked", why: "killed under emulation, which decides nothing" };
	if (result.killed) return { kind: "failed", why: result.warnings?.join("; ") ?? "it was killed" };
	return { kind: "met", how: `in ${formatDuration(result.stopMs)}` };
});
