/** A check, as the catalog and the docs name it. */
export interface VerifyCheck {
	/** Kebab case; never changed once published. */
	readonly id: string;
	/** What a failure means: it stops the image, or is only told. */
	readonly level: "error" | "warning";
	/** What must hold, in a few words. */
	readonly title: string;
	/** When it applies, what goes wrong without it, and what to do; Markdown. */
	readonly docs: string;
}

/** Every check there is, in the order of the rows. */
export const verifyChecks = [
	{
		id: "platform",
		level: "error",
		title: "Made for the platform it should be",
		docs: "What the image's configuration says, and, where the reference names an index, what each entry of the index says of the image behind it.",
	},
	{
		id: "layers",
		level: "error",
		title: "Every layer can be read and is what its digest says",
		docs: "Layers are streamed from the registry, each once however many images share it; size and digest are checked as they come. One that unpacks to more than 32 GiB or a million files counts as broken.",
	},
	{
		id: "base",
		level: "error",
		title: "FROM an image that is allowed",
		docs: "Looked at where `verify.base` lists images. What an image is FROM is found by the layers that it shares with the bases of the plan, else taken from its label `org.opencontainers.image.base.name`. An image of the same catalog is allowed; what that one is FROM has to be in the list.",
	},
	{
		id: "user",
		level: "error",
		title: "Runs as the user it should",
		docs: "`verify.user` where it is set, else `65532:65532` for an image that is FROM a distroless one. For any other, see `nonroot`.",
	},
	{
		id: "nonroot",
		level: "warning",
		title: "Runs as a numeric user that is not root",
		docs: "A name is looked up in the image's `/etc/passwd`; Kubernetes' `runAsNonRoot` refuses it, since it may well be root.",
	},
	{
		id: "labels",
		level: "error",
		title: "Has the labels it must have, filled",
		docs: "Those that `verify.labels` lists.",
	},
	{
		id: "revision",
		level: "error",
		title: "Labelled with its commit",
		docs: "`org.opencontainers.image.revision` is the commit of this run for an image that was built in it. One that was there already keeps the commit that it was first built for.",
	},
	{
		id: "labels-expanded",
		level: "error",
		title: "No placeholder is left in a label",
		docs: "`$BUILD_DATE` in a label is a build argument that its stage did not declare.",
	},
	{
		id: "env-expanded",
		level: "warning",
		title: "No placeholder is left in an environment variable, and no password is missing from an address",
		docs: "`ENV MONGODB_URI=mongodb://lucid:$MONGODB_PASSWORD@host` is expanded when the image is built. What is not declared there comes out empty: `mongodb://lucid:@host`.",
	},
	{
		id: "credentials",
		level: "error",
		title: "No credential in environment, labels or history",
		docs: "Tokens and keys by the form their issuers give them, passwords in addresses, and values of variables that are named like one. Everyone who has the image can read them: hand them to the build as secrets, and to the container when it starts.",
	},
	{
		id: "size",
		level: "error",
		title: "Not larger than its budget",
		docs: "Compressed, as the registry holds it, against `verify.max_size`.",
	},
	{
		id: "growth",
		level: "warning",
		title: "Not much larger than what is published",
		docs: "Against what the floating tag names, on the same platform: `verify.max_growth`, else a quarter. The layers that grew are named by the instruction that made them.",
	},
	{
		id: "port",
		level: "error",
		title: "Exposes the ports of the catalog",
		docs: "One row a port.",
	},
	{
		id: "port-extra",
		level: "warning",
		title: "Exposes no port that the catalog does not know",
		docs: "For services that have ports in the catalog.",
	},
	{
		id: "healthcheck",
		level: "warning",
		title: "Has a HEALTHCHECK",
		docs: "For services that have ports or a health check in the catalog.",
	},
	{
		id: "healthcheck-program",
		level: "error",
		title: "The HEALTHCHECK's program is in the image",
		docs: "`curl`, `wget` and a shell (the shell form needs one) are not in distroless images, and `python` may only be there as `/usr/bin/python3`: such a container is unhealthy for ever. A script that the program is told to run is looked up as the entrypoint's is.",
	},
	{
		id: "healthcheck-target",
		level: "warning",
		title: "The HEALTHCHECK asks for what the catalog says",
		docs: "Port and path of a `http://localhost:8080/health` in it, against `health` and `ports` of the catalog.",
	},
	{
		id: "entrypoint",
		level: "error",
		title: "The program that is started is in the image and may be executed",
		docs: "Entrypoint, else command: looked up in the image's PATH, links followed, executable for the image's user. A script's interpreter counts as well (of one with Windows line ends the kernel looks for `/bin/sh\\r`), what an init such as `tini` is told to run, and the libraries' loader of a dynamically linked program: one that is linked with musl does not start where there is only glibc.",
	},
	{
		id: "entrypoint-machine",
		level: "error",
		title: "That program is made for the platform",
		docs: "By its ELF header, scripts followed to their interpreter. Emulation on the build machine hides a wrong one; the target says `exec format error`.",
	},
	{
		id: "entrypoint-module",
		level: "error",
		title: "The script or module that it is started with is there",
		docs: "Of `python3 -m controller.main`, `python3 /app/main.py`, `sh run.sh` or `node server.js`: the module on the interpreter's path, the file in the image, with Unix line ends where a shell reads it. A file in a VOLUME may come with the volume, and is taken as there.",
	},
	{
		id: "binaries",
		level: "error",
		title: "Every program and library is made for the platform",
		docs: "Native wheels that a builder stage on `$BUILDPLATFORM` installed are for the build machine: the image is labelled arm64 and fails at the first import. Build such packages on the target's platform. `verify.allow` leaves paths out.",
	},
	{
		id: "python-packages",
		level: "warning",
		title: "Python packages lie where the interpreter looks",
		docs: "For images that start Python. Debian's looks in `dist-packages`, not in `site-packages`; no Python looks in another version's folder, and `/home/app/.local` is only looked in by a user whose home is `/home/app`.",
	},
	{
		id: "no-shell",
		level: "error",
		title: "No shell anywhere",
		docs: "For images that are FROM a distroless one; for any other where `verify.checks` sets it to a level. `verify.allow` leaves paths out.",
	},
	{
		id: "no-package-manager",
		level: "error",
		title: "No package manager anywhere",
		docs: "As for shells: apt, dpkg, apk, pip, npm and their like.",
	},
	{
		id: "secrets",
		level: "error",
		title: "No file that looks like a secret, in any layer",
		docs: "Environment files, private keys, logins, git repositories, by name and by how they begin. A file that a later layer removes is still in the one before. What packages and distributions ship is left out; so is `verify.allow`.",
	},
	{
		id: "file",
		level: "error",
		title: "The declared files are there",
		docs: "One row for each path of `verify.files`, links followed.",
	},
	{
		id: "import",
		level: "error",
		title: "The declared Python modules import",
		docs: "One row for each of `verify.imports`: imported by the image's own Python, in a container without network, held as tightly as `hardening` says. Needs an engine that runs the platform.",
	},
] as const satisfies readonly VerifyCheck[];

export type VerifyCheckId = (typeof verifyChecks)[number]["id"];
