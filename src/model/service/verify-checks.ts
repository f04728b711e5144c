import type { Service } from "./service.ts";

/** A check of a pushed image. */
export interface VerifyCheck {
	/** Kebab case. Never changes after a release. */
	readonly id: string;
	/** `error` stops the publication; `warning` is only reported. */
	readonly level: "error" | "warning";
	/** The requirement, in a few words. */
	readonly title: string;
	/** When it applies, why, and what to do; Markdown. */
	readonly docs: string;
}

/** All checks, in the order of the report. */
export const verifyChecks = [
	{
		id: "platform",
		level: "error",
		title: "Has the expected platform",
		docs: "In the configuration and each index entry.",
	},
	{
		id: "layers",
		level: "error",
		title: "Every layer is readable and matches its digest",
		docs: "A layer that unpacks to more than 32 GiB or a million files counts as broken.",
	},
	{
		id: "base",
		level: "error",
		title: "Has an allowed base image",
		docs: "Runs with `verify.base`. The base image is found by its layers, else by the label `org.opencontainers.image.base.name`. A service of the same catalog is allowed if its base image is.",
	},
	{
		id: "user",
		level: "error",
		title: "Runs as the expected user",
		docs: "`verify.user`, else `65532:65532` for a distroless base image.",
	},
	{
		id: "nonroot",
		level: "warning",
		title: "Runs as a numeric user that is not root",
		docs: "A name is resolved in `/etc/passwd`. Kubernetes' `runAsNonRoot` rejects names.",
	},
	{
		id: "labels",
		level: "error",
		title: "Has the required labels with a value",
		docs: "Those in `verify.labels`.",
	},
	{
		id: "revision",
		level: "error",
		title: "Has its commit as a label",
		docs: "The commit of the run that built it, in `org.opencontainers.image.revision`.",
	},
	{
		id: "labels-expanded",
		level: "error",
		title: "No label has a placeholder",
		docs: "`$BUILD_DATE` in a label is an undeclared build argument.",
	},
	{
		id: "env-expanded",
		level: "warning",
		title: "No environment variable has a placeholder or a URL with an empty password",
		docs: "`ENV` is expanded at build time; an undeclared variable becomes empty: `mongodb://lucid:@host`.",
	},
	{
		id: "credentials",
		level: "error",
		title: "No credential in environment, labels or history",
		docs: "Tokens and keys by format, passwords in URLs, values of variables such as `API_KEY`. Anyone with the image can read them: pass them as build secrets, or when the container starts.",
	},
	{
		id: "size",
		level: "error",
		title: "Not larger than its limit",
		docs: "Compressed, at most `verify.max_size`.",
	},
	{
		id: "growth",
		level: "warning",
		title: "Not much larger than the published image",
		docs: "At most `verify.max_growth`, else 25 %, larger than the floating tag's image. Names the instructions of the layers that grew.",
	},
	{
		id: "port",
		level: "error",
		title: "Exposes the ports of the catalog",
		docs: "One row per port.",
	},
	{
		id: "port-extra",
		level: "warning",
		title: "Exposes no port that the catalog lacks",
		docs: "If the catalog has ports.",
	},
	{
		id: "healthcheck",
		level: "warning",
		title: "Has a HEALTHCHECK",
		docs: "If the catalog has ports or a health check.",
	},
	{
		id: "healthcheck-program",
		level: "error",
		title: "The HEALTHCHECK's program is in the image",
		docs: "Distroless images have no `curl`, `wget` or shell (which the shell form needs), and may have Python only as `/usr/bin/python3`.",
	},
	{
		id: "healthcheck-target",
		level: "warning",
		title: "The HEALTHCHECK requests the port and path of the catalog",
		docs: "Compares its URL with `health` and `ports`.",
	},
	{
		id: "entrypoint",
		level: "error",
		title: "The started program is in the image and executable",
		docs: "Entrypoint, else command, in the image's PATH, executable by the image's user. Also checks a script's interpreter (with Windows line breaks, `/bin/sh\\r`), what an init such as `tini` starts, and the loader: musl programs do not start with only glibc.",
	},
	{
		id: "entrypoint-machine",
		level: "error",
		title: "The started program matches the platform",
		docs: "Reads the ELF header of the program or of the script's interpreter. Emulation hides a mismatch until the target reports `exec format error`.",
	},
	{
		id: "entrypoint-module",
		level: "error",
		title: "The started script or module is in the image",
		docs: "For `python3 -m controller.main`, `python3 /app/main.py`, `sh run.sh` or `node server.js`. A module must be on the interpreter's path; a shell script needs Unix line breaks. A file in a VOLUME counts as present.",
	},
	{
		id: "binaries",
		level: "error",
		title: "Every program and library matches the platform",
		docs: "A builder stage on `$BUILDPLATFORM` installs wheels for the build machine: use the target platform. `verify.allow` excludes paths.",
	},
	{
		id: "python-packages",
		level: "warning",
		title: "Python packages are on the interpreter's path",
		docs: "Debian's Python reads `dist-packages`, not `site-packages`; no Python reads another version's folder; `/home/app/.local` needs a user with the home `/home/app`.",
	},
	{
		id: "no-shell",
		level: "error",
		title: "No shell",
		docs: "Runs for a distroless base, or if `verify.checks` sets a level. `verify.allow` excludes paths.",
	},
	{
		id: "no-package-manager",
		level: "error",
		title: "No package manager",
		docs: "As for shells: apt, dpkg, apk, pip, npm and similar.",
	},
	{
		id: "secrets",
		level: "error",
		title: "No file that looks like a secret, in any layer",
		docs: "By name and first bytes: environment files, private keys, logins, git repositories, also if a later layer removes them. Excludes files of packages and distributions, and paths of `verify.allow`.",
	},
	{
		id: "file",
		level: "error",
		title: "The declared files are in the image",
		docs: "One row per path of `verify.files`; follows symbolic links.",
	},
	{
		id: "import",
		level: "error",
		title: "The declared Python modules import",
		docs: "One row per module of `verify.imports`, in a container without network, with the service's `hardening`. Needs an engine that runs the platform.",
	},
] as const satisfies readonly VerifyCheck[];

export type VerifyCheckId = (typeof verifyChecks)[number]["id"];

/** The level of a check for a service: `error` stops the publication. Undefined if the catalog switches it off. */
export function verifyCheckLevel({ verify, policy }: Service, id: VerifyCheckId): "error" | "warning" | undefined {
	const level = verify.checks?.[id] ?? verifyChecks.find((one) => one.id === id)?.level;
	if (level !== "error" && level !== "warning") return undefined;
	return policy.verify === "required" ? level : "warning";
}
