import assert from "node:assert/strict";
import { test } from "node:test";
import { type RuleId, ruleIds } from "../../src/model/service/lint-rule-ids.ts";
import { type VerifyCheckId, verifyChecks } from "../../src/model/service/verify-checks.ts";
import { rules } from "../../src/stages/lint/rules/all.ts";
import { type Files, findingsIn } from "./support.ts";

/** A repository in which a rule reports a fault that a check of verify finds in the image, too. */
interface SharedFault {
	readonly rule: RuleId;
	readonly check: VerifyCheckId;
	/** Dockerfile of the one service. */
	readonly dockerfile: readonly string[];
	readonly files?: Files;
	/** Keys of the service, in YAML's flow form. */
	readonly service?: string;
	/**
	 * The rule reports more than the check finds, so its severity does not follow the catalog's settings of the check.
	 */
	readonly isBroader?: true;
}

const slim = "FROM python:3.11-slim@sha256:1";
const distroless = "FROM gcr.io/distroless/python3-debian12";
const user = "USER 65532:65532";
const port = "ports: [8080]";
const health = `${port}, health: /health`;
const windows = { "run.sh": { text: "#!/bin/sh\r\nexec true\r\n", mode: 0o755 }, "run-0644.sh": "#!/bin/sh\n" };
const packages = (base: string, ...copy: readonly string[]) => [
	`FROM ${base} AS builder`,
	"RUN pip install --target=/deps x",
	distroless,
	...copy,
	user,
];

const shared: readonly SharedFault[] = [
	{ rule: "final-user", check: "nonroot", dockerfile: ["FROM debian"] },
	{ rule: "final-user", check: "nonroot", dockerfile: ["FROM acme/base"] },
	{ rule: "final-user", check: "nonroot", dockerfile: ["FROM debian", "USER app"] },
	{ rule: "final-user", check: "user", dockerfile: [distroless] },
	{ rule: "final-user", check: "user", dockerfile: ["FROM debian", "USER 1"], service: 'verify: { user: "1000" }' },
	{ rule: "no-healthcheck", check: "healthcheck", dockerfile: [slim, "EXPOSE 8080", user], service: health },
	{
		rule: "healthcheck-mismatch",
		check: "healthcheck-target",
		dockerfile: [slim, "EXPOSE 8080", user, "HEALTHCHECK CMD curl http://localhost:8080/live"],
		service: health,
	},
	{ rule: "port-not-exposed", check: "port", dockerfile: [distroless, user], service: port },
	{ rule: "credential-env", check: "credentials", dockerfile: [slim, "ENV API_TOKEN=abcdefgh", user] },
	// A build argument is in the history and in the provenance: it is never allowed.
	{
		rule: "credential",
		check: "credentials",
		dockerfile: [slim, "LABEL api.token=abcdefgh ", "ARG API_TOKEN=abcdefgh", user],
		isBroader: true,
	},
	{
		rule: "secret-file",
		check: "secrets",
		dockerfile: [slim, "COPY tls.key /", user],
		files: { "tls.key": "-----BEGIN PRIVATE KEY-----\n" },
	},
	{
		rule: "env-file",
		check: "secrets",
		dockerfile: [slim, "COPY .env /", user],
		files: { ".env": "DB_PASSWORD=hunter22\n" },
	},
	// Verify only sees a password that is missing in an address.
	{
		rule: "undefined-variable",
		check: "env-expanded",
		dockerfile: ["FROM debian", "ENV URI=db://x:$PASSWORD@y", user],
		isBroader: true,
	},
	{ rule: "distroless-shell", check: "entrypoint", dockerfile: [distroless, user, "CMD python3 x"] },
	{ rule: "distroless-shell", check: "healthcheck-program", dockerfile: [distroless, user, "HEALTHCHECK CMD x"] },
	{ rule: "distroless-tool", check: "entrypoint", dockerfile: [distroless, user, 'CMD ["python", "x"]'] },
	{ rule: "distroless-tool", check: "healthcheck-program", dockerfile: [distroless, user, 'HEALTHCHECK CMD ["curl"]'] },
	{
		rule: "script-line-ends",
		check: "entrypoint",
		dockerfile: ["FROM debian", "COPY run.sh /", user, 'CMD ["/run.sh"]'],
		files: windows,
	},
	{
		rule: "script-line-ends",
		check: "entrypoint-module",
		dockerfile: ["FROM debian", "COPY run.sh /", user, 'CMD ["sh", "/run.sh"]'],
		files: windows,
	},
	{
		rule: "script-line-ends",
		check: "healthcheck-program",
		dockerfile: ["FROM debian", "COPY run.sh /", user, 'HEALTHCHECK CMD ["/run.sh"]'],
		files: windows,
	},
	{
		rule: "script-not-executable",
		check: "entrypoint",
		dockerfile: ["FROM debian", "COPY run-0644.sh /", user, 'CMD ["/run-0644.sh"]'],
		files: windows,
	},
	{
		rule: "script-not-executable",
		check: "healthcheck-program",
		dockerfile: ["FROM debian", "COPY run-0644.sh /", user, 'HEALTHCHECK CMD ["/run-0644.sh"]'],
		files: windows,
	},
	{ rule: "missing-script", check: "entrypoint-module", dockerfile: [slim, user, 'CMD ["python", "/app/x.py"]'] },
	{
		rule: "missing-module",
		check: "entrypoint-module",
		dockerfile: [distroless, user, 'CMD ["/usr/bin/python3", "-m", "shop.main"]'],
		files: { "src/shop/main.py": "" },
	},
	{
		rule: "packages-unseen",
		check: "python-packages",
		dockerfile: packages("python:3.11-slim", "COPY --from=builder /deps /deps"),
	},
	{
		rule: "python-mismatch",
		check: "python-packages",
		dockerfile: packages("python:3.12-slim", "COPY --from=builder /deps /deps"),
	},
	{ rule: "hardcoded-platform", check: "platform", dockerfile: ["FROM --platform=linux/amd64 debian", user] },
];

/** Rules about faults that no check of verify looks for, or that verify only finds on some build machines. */
const onlyLint: ReadonlySet<RuleId> = new Set([
	...ruleIds.filter((id) => id.startsWith("buildkit-")),
	...(["missing-source", "ignored-source", "not-checked-out", "special-mode", "missing-stage-source"] as const),
	...(["dockerfile-error", "undeclared-arg", "volatile-arg-early", "volatile-arg-baked", "version-label"] as const),
	// A build machine of the image's platform makes the right programs: `binaries` passes there.
	"native-on-build-platform",
	...(["from-casing", "port-mismatch", "compose-mismatch", "loopback-bind", "large-context"] as const),
	...(["mutable-base", "requirements-error", "unknown-package", "unknown-version", "not-installable"] as const),
	...(["no-wheel", "source-only", "yanked-version", "dev-package", "unpinned-package"] as const),
	...(["duplicate-package", "package-conflict", "rival-packages", "host-port-collision", "image-name"] as const),
	...(["tag-not-unique", "unlisted-dockerfile", "no-phase", "phase-order"] as const),
]);

/** Checks of verify about what no lint rule can know from the sources. */
const onlyVerify: ReadonlySet<VerifyCheckId> = new Set([
	...(["layers", "base", "labels", "revision", "labels-expanded", "size", "growth", "port-extra"] as const),
	...(["entrypoint-machine", "binaries", "no-shell", "no-package-manager", "file", "import"] as const),
]);

test("every rule and every check is compared, or is named as the only one of its kind", () => {
	const sharedRules = new Set(shared.map(({ rule }) => rule));
	const sharedChecks = new Set(shared.map(({ check }) => check));
	assert.deepEqual(
		[...sharedRules].filter((id) => onlyLint.has(id)),
		[],
	);
	assert.deepEqual(
		[...sharedChecks].filter((id) => onlyVerify.has(id)),
		[],
	);
	assert.deepEqual([...new Set([...sharedRules, ...onlyLint])].sort(), [...ruleIds].sort());
	assert.deepEqual([...new Set([...sharedChecks, ...onlyVerify])].sort(), verifyChecks.map(({ id }) => id).sort());
	for (const { id, verifiedBy } of rules)
		if (verifiedBy !== undefined)
			assert.ok(
				shared.some(({ rule, check }) => rule === id && check === verifiedBy),
				`${id}: ${verifiedBy}`,
			);
});

async function severities({ rule, dockerfile, files, service }: SharedFault, settings: string) {
	const keys = ["dockerfile: Dockerfile", ...[service ?? [], settings].flat().filter(Boolean)].join(", ");
	const all = await findingsIn({
		"lucid.yml": `version: 1\nproject: shop\nservices:\n  svc: { ${keys} }\n`,
		Dockerfile: `${dockerfile.join("\n")}\n`,
		...files,
	});
	return [...new Set(all.filter(({ code }) => code === rule).map(({ severity }) => severity))];
}

for (const fault of shared) {
	const { rule, check, service = "", isBroader } = fault;
	const level = verifyChecks.find(({ id }) => id === check)?.level ?? assert.fail(check);
	test(`lint and verify agree on the severity: ${rule} and ${check}, ${fault.dockerfile.join("; ")}`, async () => {
		assert.deepEqual(await severities(fault, ""), [level]);
		if (isBroader) return;
		assert.deepEqual(await severities(fault, "policy: { verify: advisory }"), ["warning"]);
		if (service.includes("verify:")) return;
		const other = level === "error" ? "warning" : "error";
		assert.deepEqual(await severities(fault, `verify: { checks: { ${check}: ${other} } }`), [other]);
	});
}
