/** A file that should be in no image, by its name and, where the name is not enough, by its first bytes. */
interface SecretFile {
	readonly what: string;
	readonly name: RegExp;
	readonly head?: RegExp;
}

const secretFiles: readonly SecretFile[] = [
	{ what: "an environment file", name: /(?:^|\/)\.env(?:\.(?!example$|sample$|template$|dist$|defaults?$)[^/]*)?$/ },
	{ what: "a private key", name: /(?:^|\/)(?:id_rsa|id_dsa|id_ecdsa|id_ed25519)$/ },
	{ what: "credentials of a package index", name: /(?:^|\/)\.pypirc$/ },
	{ what: "credentials of a package index", name: /(?:^|\/)\.npmrc$/, head: /_auth|_password/i },
	{
		what: "credentials of a package index",
		name: /(?:^|\/)(?:\.pip\/pip|pip)\.conf$/,
		head: /:\/\/[^\s/:@]{1,200}:[^\s@]{1,2000}@/,
	},
	{ what: "logins", name: /(?:^|\/)(?:\.netrc|_netrc|\.git-credentials|\.pgpass|\.my\.cnf)$/ },
	{ what: "a registry login", name: /(?:^|\/)\.docker\/config\.json$/, head: /"auth"|"identitytoken"/ },
	{ what: "cloud credentials", name: /(?:^|\/)(?:\.aws\/credentials|application_default_credentials\.json)$/ },
	{ what: "cluster credentials", name: /(?:^|\/)\.kube\/config$/ },
	{ what: "a key store", name: /\.(?:p12|pfx|jks|keystore|kdbx)$/ },
	{ what: "a git repository", name: /(?:^|\/)\.git\/(?:config|HEAD)$/ },
];

/** Folders of distributions and packages: what they ship, a test server's key for example, is public. */
const publicFolders =
	/^(?:usr\/(?:lib|share|libexec)|lib)\/|(?:^|\/)(?:site-packages|dist-packages|node_modules|gems|pkg\/mod|testdata)\//;

const keyMark = Buffer.from("PRIVATE KEY-----");
/** At the start of a line, or as a value in a cloud's JSON: programs contain the words too, to look for keys. */
const key = /(?:^|[\r\n]|"private_key": ?")-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY-----(?:[\r\n]|\\n)/;

/** Kind of secret that a file looks like. `head`: its first bytes. */
export function secretKind(path: string, head: Buffer): string | undefined {
	if (publicFolders.test(path)) return undefined;
	const secret = secretFiles.find(
		(file) => file.name.test(path) && (file.head === undefined || file.head.test(head.toString("latin1"))),
	);
	if (secret !== undefined) return secret.what;
	return head.includes(keyMark) && key.test(head.toString("latin1")) ? "a private key" : undefined;
}
