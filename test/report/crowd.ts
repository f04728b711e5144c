import type { Check, ImageSpec } from "../../src/model/documents/build.ts";
import type { Finding } from "../../src/model/documents/lint.ts";
import type { Plan } from "../../src/model/documents/plan.ts";
import type { PastRun } from "../../src/model/documents/report.ts";
import type { Run } from "../../src/presentation/run/run.ts";
import { aPlan, aService } from "../support/documents.ts";
import { aBuild, aBuilt, aPublish, aPublished, aSmoke, aSmoked } from "../support/results.ts";

const words = ["session", "block", "admin", "wallet", "node", "rdp", "tron", "payout", "data", "auth", "mesh", "media"];
const roles = ["api", "manager", "controller", "engine", "store", "monitor", "pipeline", "gateway", "worker", "router"];
const started = Date.UTC(2025, 9, 24, 15, 51, 32);
const checkNames = ["platform", "user", "labels", "revision", "size", "entrypoint", "binaries", "no-shell", "secrets"];

/** Reproducible pseudo-random numbers. */
function chance(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return state / 2 ** 32;
	};
}

const checks = (bad: boolean): readonly Check[] =>
	checkNames.map((name) => ({
		id: name,
		name,
		ok: !(bad && name === "no-shell"),
		expected: "none",
		actual: bad && name === "no-shell" ? "/bin/sh" : "as it should be",
	}));

/**
 * A run of a large repository: three bases, a few failures, some unchanged, one held; on eight machines; with a
 * history of twelve runs. `name` makes the services' names, for tests with hostile ones.
 */
export function crowd(count: number, name = usualName): Run {
	const random = chance(count);
	const names = Array.from({ length: count }, (_, i) => name(i));
	const bases = names.slice(0, 3);
	const services = names.map((one, i) =>
		aService({
			...{ name: one, title: `${one} of the shop`, phase: String((i % 6) + 1) },
			ports: [{ container: 8000 + i, protocol: "tcp" }],
			needs: i > 5 && i % 9 === 0 ? [names[i - 2] ?? ""] : [],
		}),
	);
	const isUnchanged = (i: number) => i > 3 && i % 4 === 0;
	const isFailed = (i: number) => i > 3 && i % 17 === 5;
	const isIll = (i: number) => i > 3 && i % 23 === 9;
	const small = aPlan(services, ({ name: one }) => {
		const i = names.indexOf(one);
		if (isUnchanged(i))
			return {
				kind: "unchanged",
				reasons: [{ kind: "already-built", detail: "nothing it is built from has changed" }],
				digest: `sha256:${"b2".repeat(32)}`,
				size: 40_000_000,
			};
		return {
			...{
				kind: "build",
				reasons: [{ kind: "changed", detail: `COPY ${one}/ -> 2 files changed (main.py, routes.py)` }],
			},
			...(i % 3 > 0 && { before: { digest: `sha256:${"c3".repeat(32)}`, size: 41_000_000 } }),
		};
	});
	const plan: Plan = {
		...small,
		images: small.images.map((image, i) => ({
			...image,
			from: i < 3 ? (i === 0 ? {} : { base: names[0] ?? "" }) : i % 5 === 0 ? {} : { base: bases[i % 3] ?? "" },
		})),
		waves: [names.slice(0, 1), names.slice(1, 3), names.slice(3)],
		phases: ["Base", "Foundation", "Core", "Application", "Support", "Special"].map((title, i) => ({
			id: String(i + 1),
			title,
		})),
		planned: Array.from({ length: 7 }, (_, i) => ({
			name: `later-${i}`,
			title: `Later ${i}`,
			phase: "6",
			at: { file: "lucid.yml" },
		})),
		estimate: {
			...{
				matrix: { jobs: 8, wallSeconds: 300, billedMinutes: 40 },
				jobEach: { jobs: count, wallSeconds: 900, billedMinutes: count * 2 },
			},
			by: "times",
		},
	};
	const starts = names.map(
		(_, i) => (i === 0 ? 0 : i < 3 ? 22_000 : 48_000) + Math.floor(i / 8) * 9000 + random() * 4000,
	);
	const build = aBuild(
		...names.map((one, i) => {
			const spec: ImageSpec = {
				...{ user: "65532:65532", env: { PYTHONPATH: "/app" }, exposedPorts: [`${8000 + i}/tcp`] },
				layers: [17, 4, 9 + random() * 20, 6 + random() * 9, 0.4, 0.02].map((megabytes, n) => ({
					...{
						size: megabytes * 1e6,
						by:
							[
								"bazel build",
								"COPY /usr/lib",
								"RUN pip install -r requirements.txt",
								"COPY site-packages",
								"COPY app/",
								"WORKDIR /app",
							][n] ?? "",
					},
				})),
			};
			const size = spec.layers.reduce((sum, layer) => sum + layer.size, 0);
			const made = { size, layers: 6, spec, checks: checks(i % 41 === 7), runner: `GitHub Actions ${(i % 8) + 1}` };
			if (isUnchanged(i))
				return aBuilt(one, { outcome: "unchanged", size: 40_000_000, layers: 6, checks: checks(false) });
			const when = {
				startedAt: new Date(started + (starts[i] ?? 0)).toISOString(),
				durationMs: 4000 + random() * 16_000,
			};
			if (!isFailed(i)) return aBuilt(one, { ...made, ...when });
			const message = "pip could not find a version that satisfies aioconsul==0.1.0";
			return aBuilt(one, {
				outcome: "failed",
				runner: `GitHub Actions ${(i % 8) + 1}`,
				...when,
				error: { message, log: ["Collecting aioconsul==0.1.0", `ERROR: ${message}`] },
			});
		}),
	);
	const smoked = names.flatMap((one, i) => {
		if (i < 3 || isFailed(i)) return [];
		if (isUnchanged(i))
			return [
				aSmoked(one, {
					verdict: "skipped",
					passedBefore: "0123456789abcdef",
					reason: "this image passed smoke before",
					probes: [],
				}),
			];
		const startedAt = new Date(started + 90_000 + (starts[i] ?? 0) * 0.6).toISOString();
		const latencyMs = Math.round(3 + random() * 60);
		const port = 8000 + i;
		const probes = [
			{
				kind: "http" as const,
				target: `GET http://127.0.0.1:${port}/health`,
				port,
				ok: !isIll(i),
				status: 200,
				latencyMs,
				attempts: 2,
			},
		];
		const tried = {
			startedAt,
			durationMs: 3000 + random() * 3000,
			readyMs: Math.round(600 + random() * 2400),
			probes,
			runner: `GitHub Actions ${(i % 8) + 1}`,
		};
		if (!isIll(i)) return [aSmoked(one, tried)];
		const failure = {
			phase: "ready" as const,
			guess: "listens on 127.0.0.1 only: nothing outside the container gets in",
			log: ["Uvicorn running on http://127.0.0.1:8080"],
		};
		return [aSmoked(one, { ...tried, verdict: "unhealthy", failure })];
	});
	const findings: readonly Finding[] = names.slice(0, Math.ceil(count / 10)).map((one, i) => ({
		...{
			code: "from-casing",
			severity: i === 0 ? "error" : "warning",
			service: one,
			at: { file: `${one}/Dockerfile`, line: 8 },
		},
		...{ message: "`as` and `FROM` are not written in the same case", fix: "write AS" },
	}));
	return {
		...{ plan, build, smoke: aSmoke(...smoked), durationMs: 168_000 },
		publish: aPublish(
			...names.flatMap((one, i) =>
				isFailed(i) ? [] : [aPublished(one, isUnchanged(i) ? { outcome: "unchanged" } : {})],
			),
		),
		lint: { kind: "lucid.lint", version: 1, findings, files: count },
		history: past(names, random),
		url: "https://github.example/acme/shop/actions/runs/7",
	};
}

function past(names: readonly string[], random: () => number): readonly PastRun[] {
	return Array.from({ length: 12 }, (_, run) => ({
		...{
			id: String(run),
			at: new Date(started - (12 - run) * 86_400_000).toISOString(),
			revision: `${run}`,
			headline: "",
		},
		durationMs: 150_000 + random() * 60_000,
		services: Object.fromEntries(
			names.map((one) => [
				one,
				{
					outcome: "published" as const,
					size: 36e6 + run * 2e5 + random() * 4e6,
					readyMs: 900,
					latencyMs: 4 + random() * 40,
				},
			]),
		),
	}));
}

const usualName = (i: number): string => {
	const word = words[i % words.length] ?? "";
	const role = roles[Math.floor(i / words.length) % roles.length] ?? "";
	const round = Math.floor(i / (words.length * roles.length));
	return round === 0 ? `${word}-${role}` : `${word}-${role}-${round + 1}`;
};
