import { namedContextKey } from "../../../model/dockerfile/dockerfile.ts";

/** Variables that well-known images set, by name without tag. Other images may set any. */
const environments: readonly (readonly [image: RegExp, names: readonly string[]])[] = [
	[/^(?:debian|ubuntu|alpine|busybox|almalinux|rockylinux)$/, []],
	[/(?:^|\/)distroless\/(?:static|base|cc|python3)(?:-debian\d+)?$/, ["SSL_CERT_FILE", "LANG"]],
	[
		/^python$/,
		[
			"LANG",
			"GPG_KEY",
			"PYTHON_VERSION",
			"PYTHON_SHA256",
			"PYTHON_PIP_VERSION",
			"PYTHON_SETUPTOOLS_VERSION",
			"PYTHON_GET_PIP_URL",
			"PYTHON_GET_PIP_SHA256",
		],
	],
	[/^node$/, ["NODE_VERSION", "YARN_VERSION"]],
	[/^golang$/, ["GOLANG_VERSION", "GOTOOLCHAIN", "GOPATH"]],
	[/^rust$/, ["RUSTUP_HOME", "CARGO_HOME", "RUST_VERSION"]],
];

/** The variables that an image sets; undefined if unknown. */
export function knownBaseVariables(ref: string): ReadonlySet<string> | undefined {
	const name = repositoryName(ref);
	const names = environments.find(([image]) => image.test(name))?.[1];
	return names && new Set(["PATH", ...names]);
}

/** A reference in short form, without tag and digest. */
export const repositoryName = (ref: string): string =>
	namedContextKey(ref)
		.replace(/@.*$/, "")
		.replace(/:[^/:]*$/, "");
