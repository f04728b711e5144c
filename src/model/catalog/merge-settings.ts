import { defined } from "../../util/defined.ts";
import type { HealthTiming, LintSettings, Policy, VerifySettings } from "../service/service.ts";
import { defaultTiming } from "../service/timing.ts";
import type { RawTiming } from "./schema/health.ts";
import type { RawSettings } from "./schema/settings.ts";
import { parsePlatformName } from "./values/values.ts";

/** The settings of one layer, health timing included. */
export type SettingsLayer = RawSettings;

const hardening = {
	readOnly: true,
	tmpfs: ["/tmp"],
	capDrop: ["ALL"],
	noNewPrivileges: true,
	memory: 2 ** 30,
	pids: 512,
};

/** Defaults, then phase, then service: maps are merged key by key, lists and single values replaced. */
export function mergeSettings(layers: readonly (SettingsLayer | undefined)[]) {
	const all = layers.filter((layer) => layer !== undefined);
	const ttl = last(all, "ttl");
	const ssh = last(all, "ssh");
	const runners = mergeRunners(all);
	const flavor = last(all, "flavor");
	const rewriteTimestamp = last(all, "rewrite_timestamp");
	return {
		platforms: [...new Set(last(all, "platforms") ?? ["linux/arm64"])],
		...(Object.keys(runners).length > 0 && { runners }),
		...defined({ ttl }),
		tags: last(all, "tags") ?? ["type=sha,prefix="],
		floating: last(all, "floating") ?? ["type=raw,value=latest"],
		...defined({ flavor }),
		labels: merged(all.map((layer) => layer.labels)),
		...(last(all, "created") === "commit" && { created: "commit" as const }),
		...(last(all, "compression") === "zstd" && { compression: "zstd" as const }),
		...defined({ rewriteTimestamp }),
		args: merged(all.map((layer) => layer.args)),
		secrets: last(all, "secrets") ?? [],
		...defined({ ssh }),
		contexts: merged(all.map((layer) => layer.contexts)),
		env: merged(all.map((layer) => layer.env)),
		hardening: mergeHardening(all),
		verify: mergeVerify(all),
		policy: mergePolicy(all),
		...mergeLint(all),
	};
}

/** The timing of a health check, in the same order. */
export function mergeTiming(layers: readonly (RawTiming | undefined)[]): HealthTiming {
	const given = <K extends keyof RawTiming>(key: K) => layers.findLast((layer) => layer?.[key] !== undefined)?.[key];
	const deadline = given("deadline");
	return {
		startPeriod: given("start_period") ?? defaultTiming.startPeriod,
		interval: given("interval") ?? defaultTiming.interval,
		timeout: given("timeout") ?? defaultTiming.timeout,
		retries: given("retries") ?? defaultTiming.retries,
		successes: given("successes") ?? defaultTiming.successes,
		stable: given("stable") ?? defaultTiming.stable,
		stopGracePeriod: given("stop_grace_period") ?? defaultTiming.stopGracePeriod,
		wrongAnswerPeriod: given("wrong_answer_period") ?? defaultTiming.wrongAnswerPeriod,
		...defined({ deadline }),
	};
}

/** `linux/arm64/v8` is `linux/arm64`, as under `platforms`. */
function mergeRunners(layers: readonly SettingsLayer[]): Record<string, string | readonly string[]> {
	const entries = layers.flatMap(({ runners }) => Object.entries(runners ?? {}));
	return Object.fromEntries(
		entries.map(([text, runner]) => {
			const platform = parsePlatformName(text);
			return [platform.ok ? platform.value : text, runner];
		}),
	);
}

function mergeHardening(layers: readonly SettingsLayer[]) {
	const all: NonNullable<SettingsLayer["hardening"]> = Object.assign(
		{},
		...layers.map((layer) => given(layer.hardening)),
	);
	return {
		readOnly: all.read_only ?? hardening.readOnly,
		tmpfs: all.tmpfs ?? hardening.tmpfs,
		capDrop: all.cap_drop ?? hardening.capDrop,
		noNewPrivileges: all.no_new_privileges ?? hardening.noNewPrivileges,
		memory: all.memory ?? hardening.memory,
		pids: all.pids ?? hardening.pids,
	};
}

function mergePolicy(layers: readonly SettingsLayer[]): Policy {
	const strict: Policy = { smoke: "required", verify: "required", hardening: "required", stop: "warn" };
	return Object.assign(strict, ...layers.map((layer) => given(layer.policy)));
}

function mergeVerify(layers: readonly SettingsLayer[]): VerifySettings {
	const all: NonNullable<SettingsLayer["verify"]> = Object.assign({}, ...layers.map((layer) => given(layer.verify)));
	const checks = merged(layers.map((layer) => layer.verify?.checks));
	return {
		...defined({ user: all.user, maxSize: all.max_size, maxGrowth: all.max_growth }),
		labels: all.labels ?? [],
		...defined({ base: all.base, files: all.files, imports: all.imports, allow: all.allow }),
		...(Object.keys(checks).length > 0 && { checks }),
	};
}

/** Nothing where no layer says anything of it. */
export function mergeLint(layers: readonly (SettingsLayer | undefined)[]): { lint?: LintSettings } {
	const rules = merged(layers.map((layer) => layer?.lint?.rules));
	return Object.keys(rules).length > 0 ? { lint: { rules } } : {};
}

function last<K extends keyof SettingsLayer>(layers: readonly SettingsLayer[], key: K): SettingsLayer[K] | undefined {
	return layers.findLast((layer) => layer[key] !== undefined)?.[key];
}

function merged<T>(maps: readonly (Readonly<Record<string, T>> | undefined)[]): Record<string, T> {
	return Object.assign({}, ...maps) as Record<string, T>;
}

/** Without the keys whose value is undefined, which would undo an earlier layer. */
function given<T extends object>(map: T | undefined): T {
	return Object.fromEntries(Object.entries(map ?? {}).filter(([, value]) => value !== undefined)) as T;
}
