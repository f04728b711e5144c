import { readConfigField } from "../../adapters/docker/client-config.ts";
import { credentialValues } from "../../model/service/reserved-variables.ts";
import { readObject, readString } from "../../util/json.ts";
import type { StageContext } from "./context.ts";

/** Passwords of tests and of local registries, such as `admin`, would mask words of every log. */
const shortestPassword = 8;

/** Credentials of this job or machine that no output may show: inputs, tokens, values for builds, Docker's logins. */
export async function maskedValues({ env, masked = [], secrets }: StageContext): Promise<readonly string[]> {
	const logins = Object.values(readObject(await readConfigField(env, "auths")) ?? {}).flatMap(loginSecrets);
	return [
		...masked,
		...credentialValues(env),
		...(secrets?.values.values() ?? []),
		...logins.filter(({ length }) => length >= shortestPassword),
	];
}

/** A login in Docker's `config.json`: `auth` is `user:password` in base64. */
function loginSecrets(login: unknown): readonly string[] {
	const { auth, identitytoken, registrytoken, password } = readObject(login) ?? {};
	const [, decoded] = /^[^:]*:(.*)$/s.exec(Buffer.from(readString(auth) ?? "", "base64").toString()) ?? [];
	return [decoded, identitytoken, registrytoken, password].flatMap((text) => readString(text) ?? []);
}
