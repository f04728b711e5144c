import { defined } from "../../util/defined.ts";
import type { HealthTiming, LintSettings, Policy, VerifySettings } from "../service/service.ts";
import { defaultTiming } from "../service/service.ts";
import type { RawTiming } from "./schema/health.ts";
import type { RawSettings } from "./schema/settings.ts";
import { parsePlatformName } from "./values/values.ts";

/** Merges defaults, phase and service, in this order: maps key by key, lists and single values are replaced. */
export function mergeSettings(layers: readonly (RawSettings | undefined)[]) {
	const all = layers.filter((layer) => layer !== undefined);
	const runners = mergeRunners(all);
	return {
		platforms: [...new Set(last(all, "platforms") ?? ["linux/arm64"])],
		...(Object.keys(runners).length > 0 && { runners }),
		...defined({ ttl: last(all, "ttl") }),
		tags: last(all, "tags") ?? ["type=sha,prefix="],
		floating: last(all, "floating") ?? ["type=raw,value=latest"],
		...defined({ flavor: last(all, "flavor") }),
		labels: mergeMaps(all.map((layer) => layer.labels)),
		...(last(all, "created") === "commit" && { created: "commit" as const }),
		...(last(all, "compression") === "zstd" && { compression: "zstd" as const }),
		...defined({ rewriteTimestamp: last(all, "rewrite_timestamp") }),
		args: mergeMaps(all.map((layer) => layer.args)),
		secrets: last(all, "secrets") ?? [],
		...defined({ ssh: last(all, "ssh") }),
		contexts: mergeMaps(all.map((layer) => layer.contexts)),
		env: mergeMaps(all.map((layer) => layer.env)),
		hardening: mergeHardening(all),
		verify: mergeVerify(all),
		policy: mergePolicy(all),
		...mergeLint(all),
	};
}

/** Merges the timing of a health check in the same order. */
export function mergeTiming(layers: readonly (RawTiming | undefined)[]): HealthTiming {
	const all = mergeMaps<number>(layers);
	return {
		startPeriod: all.start_period ?? defaultTiming.startPeriod,
		interval: all.interval ?? defaultTiming.interval,
		timeout: all.timeout ?? defaultTiming.timeout,
		retries: all.retries ?? defaultTiming.retries,
		successes: all.successes ?? defaultTiming.successes,
		stable: all.stable ?? defaultTiming.stable,
		stopGracePeriod: all.stop_grace_period ?? defaultTiming.stopGracePeriod,
		wrongAnswerPeriod: all.wrong_answer_period ?? defaultTiming.wrongAnswerPeriod,
		...defined({ deadline: all.deadline }),
	};
}

/** Normalizes platforms: `linux/arm64/v8` is `linux/arm64`. */
function mergeRunners(layers: readonly RawSettings[]): Record<string, string | readonly string[]> {
	const entries = layers.flatMap(({ runners }) => Object.entries(runners ?? {}));
	return Object.fromEntries(
		entries.map(([text, runner]) => {
			const platform = parsePlatformName(text);
			return [platform.ok ? platform.value : text, runner];
		}),
	);
}

function mergeHardening(layers: readonly RawSettings[]) {
	const all: NonNullable<RawSettings["hardening"]> = Object.assign(
		{},
		...layers.map((layer) => defined(layer.hardening ?? {})),
	);
	return {
		readOnly: all.read_only ?? true,
		tmpfs: all.tmpfs ?? ["/tmp"],
		capDrop: all.cap_drop ?? ["ALL"],
		noNewPrivileges: all.no_new_privileges ?? true,
		memory: all.memory ?? 2 ** 30,
		pids: all.pids ?? 512,
	};
}

function mergePolicy(layers: readonly RawSettings[]): Policy {
	const strict: Policy = { smoke: "required", verify: "required", hardening: "required", stop: "warn" };
	return Object.assign(strict, ...layers.map((layer) => defined(layer.policy ?? {})));
}

function mergeVerify(layers: readonly RawSettings[]): VerifySettings {
	const all: NonNullable<RawSettings["verify"]> = Object.assign(
		{},
		...layers.map((layer) => defined(layer.verify ?? {})),
	);
	const { user, max_size: maxSize, max_growth: maxGrowth, labels = [], base, files, imports, allow } = all;
	const checks = mergeMaps(layers.map((layer) => layer.verify?.checks));
	return {
		...defined({ user, maxSize, maxGrowth }),
		labels,
		...defined({ base, files, imports, allow }),
		...(Object.keys(checks).length > 0 && { checks }),
	};
}

/** Empty if no layer has lint settings. */
export function mergeLint(layers: readonly (RawSettings | undefined)[]): { lint?: LintSettings } {
	const rules = mergeMaps(layers.map((layer) => layer?.lint?.rules));
	return Object.keys(rules).length > 0 ? { lint: { rules } } : {};
}

function last<K extends keyof RawSettings>(layers: readonly RawSettings[], key: K): RawSettings[K] | undefined {
	return layers.findLast((layer) => layer[key] !== undefined)?.[key];
}

/** Later maps win. Undefined values do not reset earlier ones. */
function mergeMaps<T>(maps: readonly (Readonly<Record<string, T | undefined>> | undefined)[]): Record<string, T> {
	return Object.assign({}, ...maps.map((map) => defined(map ?? {})));
}
