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
		docs: "Compares the platform in the image's configuration, and in each entry of an index.",
	},
	{
		id: "layers",
		level: "error",
		title: "Every layer is readable and matches its digest",
		docs: "Layers are streamed from the registry, each once even if images share it. A layer that unpacks to more than 32 GiB or a million files counts as broken.",
	},
	{
		id: "base",
		level: "error",
		title: "Has an allowed base image",
		docs: "Runs if `verify.base` lists images. The base image is the one whose layers it shares, else the label `org.opencontainers.image.base.name`. A service of the same catalog is allowed if its own base image is in the list.",
	},
	{
		id: "user",
		level: "error",
		title: "Runs as the expected user",
		docs: "`verify.user` if set, else `65532:65532` for a distroless base image. For other images, see `nonroot`.",
	},
	{
		id: "nonroot",
		level: "warning",
		title: "Runs as a numeric user that is not root",
		docs: "A user name is resolved in the image's `/etc/passwd`. Kubernetes' `runAsNonRoot` rejects names, because they may be root.",
	},
	{
		id: "labels",
		level: "error",
		title: "Has the required labels with a value",
		docs: "The labels in `verify.labels`.",
	},
	{
		id: "revision",
		level: "error",
		title: "Has its commit as a label",
		docs: "`org.opencontainers.image.revision` is the commit of this run if the run built the image. An existing image keeps the commit of its first build.",
	},
	{
		id: "labels-expanded",
		level: "error",
		title: "No label has a placeholder",
		docs: "`$BUILD_DATE` in a label is a build argument that the stage does not declare.",
	},
	{
		id: "env-expanded",
		level: "warning",
		title: "No environment variable has a placeholder or a URL with an empty password",
		docs: "`ENV MONGODB_URI=mongodb://lucid:$MONGODB_PASSWORD@host` is expanded at build time. An undeclared variable becomes empty: `mongodb://lucid:@host`.",
	},
	{
		id: "credentials",
		level: "error",
		title: "No credential in environment, labels or history",
		docs: "Finds tokens and keys by their issuers' formats, passwords in URLs, and values of variables with names such as `API_KEY`. Everyone who has the image can read them: pass them as build secrets, or when the container starts.",
	},
	{
		id: "size",
		level: "error",
		title: "Not larger than its limit",
		docs: "Compares the compressed size with `verify.max_size`.",
	},
	{
		id: "growth",
		level: "warning",
		title: "Not much larger than the published image",
		docs: "Compares with the image of the floating tag on the same platform. The limit is `verify.max_growth`, else 25 %. Names the instructions of the layers that grew.",
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
		docs: "For services with ports in the catalog.",
	},
	{
		id: "healthcheck",
		level: "warning",
		title: "Has a HEALTHCHECK",
		docs: "For services with ports or a health check in the catalog.",
	},
	{
		id: "healthcheck-program",
		level: "error",
		title: "The HEALTHCHECK's program is in the image",
		docs: "Distroless images have no `curl`, `wget` or shell (which the shell form needs), and may have Python only as `/usr/bin/python3`. Such a container never becomes healthy. A script is checked as for the entrypoint.",
	},
	{
		id: "healthcheck-target",
		level: "warning",
		title: "The HEALTHCHECK requests the port and path of the catalog",
		docs: "Compares a URL such as `http://localhost:8080/health` with `health` and `ports` of the catalog.",
	},
	{
		id: "entrypoint",
		level: "error",
		title: "The started program is in the image and executable",
		docs: "Resolves entrypoint, else command, in the image's PATH and checks that the image's user may execute it. Also checks the interpreter of a script (with Windows line breaks, the kernel looks for `/bin/sh\\r`) and the program that an init such as `tini` starts. A dynamically linked program needs its loader: musl programs do not start with only glibc.",
	},
	{
		id: "entrypoint-machine",
		level: "error",
		title: "The started program matches the platform",
		docs: "Reads the ELF header, of a script that of its interpreter. Emulation on the build machine hides a mismatch; the target reports `exec format error`.",
	},
	{
		id: "entrypoint-module",
		level: "error",
		title: "The started script or module is in the image",
		docs: "For `python3 -m controller.main`, `python3 /app/main.py`, `sh run.sh` or `node server.js`: the module must be on the interpreter's path, the file in the image; a shell script needs Unix line breaks. A file in a VOLUME counts as present, because the volume may provide it.",
	},
	{
		id: "binaries",
		level: "error",
		title: "Every program and library matches the platform",
		docs: "A builder stage on `$BUILDPLATFORM` installs native wheels for the build machine: the image says arm64 and fails at the first import. Build such packages on the target platform. `verify.allow` excludes paths.",
	},
	{
		id: "python-packages",
		level: "warning",
		title: "Python packages are on the interpreter's path",
		docs: "For images that start Python. Debian's Python reads `dist-packages`, not `site-packages`; no Python reads another version's folder; `/home/app/.local` needs a user with the home `/home/app`.",
	},
	{
		id: "no-shell",
		level: "error",
		title: "No shell",
		docs: "For images with a distroless base; for others if `verify.checks` sets a level. `verify.allow` excludes paths.",
	},
	{
		id: "no-package-manager",
		level: "error",
		title: "No package manager",
		docs: "As for shells: apt, dpkg, apk, pip, npm and similar programs.",
	},
	{
		id: "secrets",
		level: "error",
		title: "No file that looks like a secret, in any layer",
		docs: "Finds environment files, private keys, logins and git repositories by name and first bytes. A file that a later layer removes is still in the earlier layer. Files of packages and distributions are excluded, and so are paths of `verify.allow`.",
	},
	{
		id: "file",
		level: "error",
		title: "The declared files are in the image",
		docs: "One row per path of `verify.files`; symbolic links are followed.",
	},
	{
		id: "import",
		level: "error",
		title: "The declared Python modules import",
		docs: "One row per module of `verify.imports`. The image's Python imports it in a container without network, with the service's `hardening`. Needs an engine that runs the platform.",
	},
] as const satisfies readonly VerifyCheck[];

export type VerifyCheckId = (typeof verifyChecks)[number]["id"];

/** The level of a check for a service: `error` stops the publication. Undefined if the catalog switches it off. */
export function verifyCheckLevel({ verify, policy }: Service, id: VerifyCheckId): "error" | "warning" | undefined {
	const level = verify.checks?.[id] ?? verifyChecks.find((one) => one.id === id)?.level;
	if (level !== "error" && level !== "warning") return undefined;
	return policy.verify === "required" ? level : "warning";
}
