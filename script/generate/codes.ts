/** The meaning of a code and its fix; `see` is a page below docs/. */
export interface CodeEntry {
	readonly meaning: string;
	readonly fix: string;
	readonly see?: string;
}

/** Every problem code. A test compares them with the codes in src/. */
export const codes: Readonly<Record<string, CodeEntry>> = {
	"catalog/age": {
		meaning: "A time-to-live is not a positive duration.",
		fix: "Write `12h`, `7d` or `2w`.",
		see: "nightly.md",
	},
	"catalog/alias": {
		meaning: "A YAML alias has no anchor, contains itself, or expands to too much.",
		fix: "Use `defaults` and `phases` instead of anchors.",
	},
	"catalog/branch": {
		meaning: "`publish_on` has something that is not a branch or a pattern of branches.",
		fix: 'Write `"release/*"`.',
		see: "tags.md#what-may-be-published-from-where",
	},
	"catalog/default-branch": {
		meaning:
			"The run is not on the default branch, so that branch's catalog decides what is published, and settings of the run's own catalog have no effect.",
		fix: "Merge the change: it takes effect then. If the catalog cannot be read, pass a `github-token` with `contents: read`.",
		see: "tags.md#what-may-be-published-from-where",
	},
	"catalog/character": {
		meaning: "The file contains an invisible character, or is not UTF-8.",
		fix: "Save it as UTF-8; remove the character at the reported place.",
	},
	"catalog/credential": {
		meaning: "A build argument or label looks like a password or token.",
		fix: "Pass it to the build under `secrets`. If it is real, revoke it: it is in the git history.",
	},
	"catalog/cycle": { meaning: "Needs or contexts form a cycle.", fix: "Remove one of them." },
	"catalog/reserved": {
		meaning: "A secret or SSH agent reads what belongs to the runner, a login or Lucid.",
		fix: "Name a variable or file of your own.",
		see: "build.md#what-builds-may-read",
	},
	"catalog/removed": {
		meaning: "A published service was removed from the catalog or renamed.",
		fix: "Delete its images once nothing uses them, or restore the service.",
	},
	"catalog/duplicate-image": {
		meaning: "Two services have the same image name and would overwrite each other's tags.",
		fix: "Use `{{name}}` in `image`, or give one of them its own `image`.",
	},
	"catalog/duplicate-key": {
		meaning: "A key occurs twice; the first one would be lost.",
		fix: "Remove or rename one.",
	},
	"catalog/duplicate-name": { meaning: "Two names are the same for a file system or registry.", fix: "Rename one." },
	"catalog/duration": { meaning: "Invalid duration.", fix: "Write `500ms`, `30s` or `1m30s`." },
	"catalog/empty": {
		meaning: "The catalog is empty.",
		fix: "Run `lucid init` to propose one, or begin with `version: 1`.",
		see: "start.md",
	},
	"catalog/flavor": {
		meaning: "Invalid line in `flavor`.",
		fix: "Write `latest=auto` or `suffix=-arm64,onlatest=true`.",
		see: "tags.md#flavor",
	},
	"catalog/header": {
		meaning: "Invalid header name, or a header that the probe sets itself.",
		fix: "Write a name such as `Accept`.",
	},
	"catalog/health": {
		meaning: "A health check has no kind, two kinds, or an invalid path.",
		fix: "Use one of `path`, `tcp`, `grpc`, `command`, `healthcheck`.",
		see: "smoke.md",
	},
	"catalog/image": {
		meaning: "Invalid image name or reference.",
		fix: "Use lower case and no tag in `image`: tags belong under `tags` and `floating`.",
	},
	"catalog/json": {
		meaning: "Invalid test of a JSON response.",
		fix: 'Write it like `$.status == "healthy"`.',
		see: "smoke.md",
	},
	"catalog/key": { meaning: "A key is not a plain word.", fix: "Quote it, or choose another key." },
	"catalog/many": { meaning: "There are more problems than are listed.", fix: "Fix the listed ones first." },
	"catalog/missing-file": {
		meaning: "A Dockerfile or context does not exist. Its service is not built; the others are.",
		fix: "Create it, fix the path, or mark the service `planned: true`.",
	},
	"catalog/missing-key": {
		meaning: "A required key is missing.",
		fix: "Add it; an editor with the schema suggests it.",
		see: "catalog.md",
	},
	"catalog/name": {
		meaning: "Invalid name: it becomes part of an image name and a host name.",
		fix: "Use lower case letters, digits, and single dashes between them.",
	},
	"catalog/outside": {
		meaning: "A path leaves the repository, through `..` or a link.",
		fix: "Copy its target into the repository, or move the catalog up.",
	},
	"catalog/path": { meaning: "Invalid path.", fix: "Write it relative to the catalog's folder, with `/`." },
	"catalog/pattern": {
		meaning: "Invalid regular expression.",
		fix: "Use JavaScript syntax with the flag `u`; write plain text under `body`.",
	},
	"catalog/platform": { meaning: "Docker does not have this platform.", fix: "Write `linux/arm64`." },
	"catalog/port": { meaning: "Invalid port.", fix: 'Use Compose\'s short form: `8080`, `"8081:8080"`, `"53:53/udp"`.' },
	"catalog/public-key": {
		meaning: "`reuse.key` is not one public key as PEM text, or it is a private key.",
		fix: "Write the text of `cosign.pub`. If a private key was committed, make a new pair.",
		see: "plan.md",
	},
	"catalog/registry": {
		meaning: "A registry is not a host.",
		fix: "Write host, port and optional path, without `https://`: `ghcr.io/acme`, `127.0.0.1:5000`.",
	},
	"catalog/size": { meaning: "Invalid size.", fix: "Write `200mb` or `1.5gb`." },
	"catalog/status": { meaning: "Invalid HTTP status or range.", fix: "Write `200`, `200-299` or a list." },
	"catalog/subnet": { meaning: "Invalid subnet.", fix: "Write `172.20.0.0/16`." },
	"catalog/syntax": {
		meaning: "The file is not valid YAML at the reported place.",
		fix: "Check the indentation, tabs, and colons in text without quotes.",
	},
	"catalog/tag-rule": {
		meaning: "Invalid tag rule.",
		fix: "Use the syntax of docker/metadata-action: `type=sha,prefix=`.",
		see: "tags.md",
	},
	"catalog/template": {
		meaning: "A `{{...}}` is unknown here or not closed.",
		fix: "Use `{{name}}`, `{{phase}}` or `{{project}}`; the message lists the allowed ones.",
	},
	"catalog/too-deep": { meaning: "The file is nested too deeply.", fix: "Check that it is the right file." },
	"catalog/too-large": {
		meaning: "The catalog is too large.",
		fix: "Split it: one repository may have several catalogs, each selected with `--catalog`.",
	},
	"catalog/type": {
		meaning: "A value has the wrong type.",
		fix: "Use the type in the message; quote a number that is text.",
	},
	"catalog/unknown-check": {
		meaning: "There is no check with this name.",
		fix: "Choose one of the checks.",
		see: "verify.md",
	},
	"catalog/unknown-context": {
		meaning: "A named context is a service that is not in the catalog.",
		fix: "Add the service, or fix the name: `target:NAME`.",
	},
	"catalog/unknown-key": {
		meaning: "Unknown key.",
		fix: "Usually a typing error: the fix names the closest key.",
		see: "catalog.md",
	},
	"catalog/unknown-need": {
		meaning: "A need is neither a service nor an external.",
		fix: "Add it under `externals` if it is not built here.",
	},
	"catalog/unknown-phase": { meaning: "A phase is not under `phases`.", fix: "Add it there." },
	"catalog/unknown-rule": {
		meaning: "There is no lint rule with this name.",
		fix: "Choose one of the rules.",
		see: "lint.md",
	},
	"catalog/unknown-service": { meaning: "A service is not in the catalog.", fix: "Add it, or fix the name." },
	"catalog/unreadable": {
		meaning: "The catalog does not exist or cannot be read.",
		fix: "Name it with `--catalog`, or run `lucid init` to propose one.",
		see: "start.md",
	},
	"catalog/user": {
		meaning: "A user is not numeric.",
		fix: "Write `65532:65532`: names are only known inside the image.",
	},
	"catalog/value": { meaning: "A value is not allowed here.", fix: "Use one of the values in the message." },
	"catalog/version": {
		meaning: "The file has another format version.",
		fix: "Write `version: 1`, or use a newer release.",
	},
	"dockerfile/context": { meaning: "A build context is not a folder.", fix: "Fix `context` or `contexts`." },
	"dockerfile/expansion": {
		meaning: "A variable of a Dockerfile cannot be expanded as BuildKit would.",
		fix: "Declare it with ARG in the stage that uses it, or before the first FROM for FROM lines.",
	},
	"dockerfile/file-name": {
		meaning: "A copied file has a name that is not UTF-8, which BuildKit rejects.",
		fix: "Rename it, or exclude it in the ignore file.",
	},
	"dockerfile/from": { meaning: "A FROM has no valid target.", fix: "Fix the name of the stage or image." },
	"dockerfile/ignore-pattern": {
		meaning: "A line of an ignore file is malformed; the engine rejects it.",
		fix: "Fix the pattern.",
	},
	"dockerfile/ignored-source": {
		meaning: "A copied path exists, but the ignore file excludes it.",
		fix: "Add `!path` to the ignore file in the message.",
	},
	"dockerfile/lfs-pointer": {
		meaning: "A copied file is the pointer of a Git LFS file, not the file.",
		fix: "Set `lfs: true` for actions/checkout, run `git lfs pull`, or exclude it in the ignore file.",
		see: "fingerprint.md#files",
	},
	"dockerfile/link-loop": { meaning: "A symbolic link points to itself.", fix: "Remove it." },
	"dockerfile/link-outside": {
		meaning: "A symbolic link leaves the build context.",
		fix: "Copy its target into the context, or use a context higher up.",
	},
	"dockerfile/missing": { meaning: "The Dockerfile cannot be read.", fix: "Check that it exists and is readable." },
	"dockerfile/missing-source": {
		meaning: "A copied path is not in the context.",
		fix: "Fix the path: it is relative to the context, not to the Dockerfile. Create a generated file before the build.",
		see: "recipes.md#a-monorepo-with-generated-files",
	},
	"dockerfile/not-checked-out": {
		meaning: "The sparse checkout skips a copied file, and a checkout would convert it.",
		fix: "Add its folder: `git sparse-checkout add FOLDER`.",
		see: "fingerprint.md#files",
	},
	"dockerfile/source-pattern": {
		meaning: "A wildcard is malformed, or matches outside of the allowed folder.",
		fix: "Use the syntax of Go's `filepath.Match`.",
	},
	"dockerfile/special-file": {
		meaning: "A copied path is a socket, pipe or device.",
		fix: "Remove it, or exclude it in the ignore file.",
	},
	"dockerfile/submodule": {
		meaning: "A copied path is in a submodule that is not checked out, so the image would lack it.",
		fix: "Set `submodules: recursive` for actions/checkout, run `git submodule update --init --recursive`, or exclude it in the ignore file.",
		see: "fingerprint.md#files",
	},
	"dockerfile/syntax": { meaning: "The Dockerfile cannot be parsed.", fix: "Fix the line in the message." },
	"dockerfile/target": { meaning: "There is no such stage.", fix: "Fix `target`." },
	"dockerfile/too-large": {
		meaning: "A Dockerfile or ignore file breaks a limit of size.",
		fix: "Split it, or move the text into a file that is copied.",
		see: "security.md",
	},
	"dockerfile/unreadable": {
		meaning: "A file of the context cannot be read.",
		fix: "Fix its permissions, or exclude it in the ignore file.",
	},
	"document/missing": {
		meaning: "The document of an earlier stage is missing.",
		fix: "Run that stage first, or pass its file on.",
	},
	"document/unreadable": {
		meaning: "A document is not JSON, or has another version.",
		fix: "Use one version of the action in all jobs; blank outputs are rejected.",
	},
	"document/unwritable": {
		meaning: "A document cannot be written: the disk is full, or permission is missing.",
		fix: "Free disk space, or name another folder with `--out`.",
	},
	"engine/builder": {
		meaning: "The builder does not exist, is broken, or cannot be created.",
		fix: "Run `docker buildx ls`, then `docker buildx use default`.",
		see: "build.md#builders",
	},
	"engine/buildx-missing": { meaning: "buildx is not installed.", fix: "Install the package docker-buildx-plugin." },
	"engine/buildx-too-old": {
		meaning: "buildx is too old.",
		fix: "Install the version in the message, or a newer one.",
	},
	"engine/compose-missing": {
		meaning: "Docker Compose is not installed.",
		fix: "Install the package docker-compose-plugin.",
	},
	"engine/compose-too-old": {
		meaning: "Docker Compose is too old.",
		fix: "Install the version in the message, or a newer one.",
	},
	"engine/emulation": {
		meaning: "QEMU cannot be registered.",
		fix: "Use a machine of that architecture (`ubuntu-24.04-arm`), or install qemu-user-static on the runner.",
	},
	"engine/image-store": {
		meaning: "The engine uses its old image store, which cannot push reproducible images.",
		fix: "Enable the containerd image store, or use a separate builder.",
		see: "build.md#builders",
	},
	"engine/missing": {
		meaning: "There is no docker command.",
		fix: "Install Docker Engine; `lucid doctor` checks the rest.",
	},
	"engine/not-running": {
		meaning: "The Docker daemon does not respond.",
		fix: "Start it, or set DOCKER_HOST or DOCKER_CONTEXT to a running one.",
	},
	"engine/platform": {
		meaning: "This machine cannot run the platform.",
		fix: "Use a runner of that platform, or emulation.",
		see: "recipes.md#multi-arch",
	},
	"engine/ssh": {
		meaning: "The engine of another machine is not reachable over SSH.",
		fix: "Make `ssh HOST docker info` work without a prompt.",
		see: "smoke.md#elsewhere",
	},
	"engine/ssh-agent": {
		meaning: "The SSH agent for builds cannot be started.",
		fix: "Install the OpenSSH client on the runner: `openssh-client` on Debian and Ubuntu.",
	},
	"engine/too-old": {
		meaning: "Docker Engine is too old.",
		fix: "Install the version in the message, or a newer one.",
	},
	"environment/event": {
		meaning: "GitHub's event file cannot be read.",
		fix: "Outside of GitHub, set the event with `--event`.",
	},
	"init/exists": {
		meaning: "A catalog exists, and init overwrites nothing.",
		fix: "Run it with `--dry-run` to see the proposal.",
	},
	"init/from": { meaning: "A file to import cannot be read.", fix: "Name a Markdown file or a shell script." },
	"init/nothing": {
		meaning: "There is nothing to build.",
		fix: "Run it in the root of the repository, or import commands with `--from`.",
		see: "start.md",
	},
	"lint/unwritable": { meaning: "`lint --fix` cannot write a file.", fix: "Fix its permissions." },
	"login/refused": {
		meaning: "A registry rejects the login.",
		fix: "Check user and password; on ghcr.io, the job needs `packages: write`.",
	},
	"options/baseline": {
		meaning: "The lint baseline cannot be read.",
		fix: "Write it again with `--update-baseline`.",
		see: "lint.md",
	},
	"options/build-secrets": {
		meaning: "`build-secrets` or `build-secret-names` is invalid, or names are missing.",
		fix: "Write `NAME=value` lines or a JSON object, and list the names that builds may read.",
		see: "recipes.md#secrets-and-ssh-keys-for-builds",
	},
	"options/changed": {
		meaning: "`--changed` names a commit that is not in the clone.",
		fix: "Check out with `fetch-depth: 0`, or fetch that commit.",
	},
	"options/date": { meaning: "`--date` is not a date.", fix: "Use `commit`, `now`, or `2025-10-24T15:51:32Z`." },
	"options/login": {
		meaning: "A login has no user or no password: a missing secret is blank.",
		fix: "Check the secret's name; pass secrets to a reusable workflow under `secrets:`.",
	},
	"options/ssh-keys": {
		meaning: "`ssh-keys` contains something other than private keys, or a key that ssh-add rejects.",
		fix: "Set the secret to the whole content of the key file; the key must have no passphrase.",
		see: "recipes.md#secrets-and-ssh-keys-for-builds",
	},
	"options/value": {
		meaning: "An option or input has an invalid value, or is blank where blank would mean everything.",
		fix: "Use a value that the message names.",
	},
	"plan/base-blocked": {
		meaning: "The image is built from a catalog image that cannot be built.",
		fix: "Fix that image.",
	},
	"plan/base-platform": {
		meaning: "The image is built from one that lacks one of its platforms.",
		fix: "Add the platform to the base.",
	},
	"plan/cycle": { meaning: "Images are built from each other in a cycle.", fix: "Remove one FROM or `COPY --from`." },
	"plan/matrix-size": {
		meaning: "The matrix is larger than GitHub accepts.",
		fix: "Plan a part at a time.",
		see: "recipes.md#large-repositories",
	},
	"plan/runners": {
		meaning: "There are more combinations of runner and platform than a matrix has jobs.",
		fix: "Let services share runners, or plan a part.",
	},
	"plan/unsigned": {
		meaning: "Images are in the registry, but no run signed them: they are built once more.",
		fix: "If it appears in every run, publish with `build-signed.yml`, or set `reuse.from: any`.",
		see: "signing.md#unknown-is-not-forged",
	},
	"registry/bad-mirror": { meaning: "Invalid mirror.", fix: "Write `docker.io=mirror.example/docker.io`." },
	"registry/bad-reference": { meaning: "Invalid image reference.", fix: "Fix the FROM line or the catalog." },
	"registry/contradiction": {
		meaning: "HEAD and GET of a registry name different digests for a tag.",
		fix: "Check for a cache or proxy before the registry that keeps old answers; do not delete the tag.",
	},
	"registry/credential-helper": {
		meaning: "Docker's credential helper fails.",
		fix: "Run `docker logout` and `docker login`, or remove the helper from Docker's config.",
	},
	"registry/denied": {
		meaning: "The registry denies access.",
		fix: "Run `docker login` with an account that has access. On ghcr.io, the job needs `permissions: packages: write`, and an existing package must give the repository the role Write (package settings, Manage Actions access). `lucid doctor` checks every service.",
	},
	"registry/docker-config": {
		meaning: "Docker's config.json cannot be read.",
		fix: "Fix it, or delete it and log in again.",
	},
	"registry/mismatch": {
		meaning:
			"The answer about an image is wrong, also when it is requested again: content that does not match its digest, or that is not an image. Only the service of that image fails.",
		fix: "Check for a proxy or a broken mirror that changes the content; else build and push the image again.",
	},
	"registry/no-platform": {
		meaning: "The image exists, but not for this platform.",
		fix: "Use a base that has the platform, or remove the platform.",
	},
	"registry/not-found": {
		meaning: "The image does not exist.",
		fix: "Fix its name or tag; without a login, a private image looks the same.",
		see: "recipes.md#private-base-images",
	},
	"registry/rate-limited": {
		meaning: "The registry limits the rate, even after retries.",
		fix: "Log in, or use a mirror.",
		see: "recipes.md#private-base-images",
	},
	"registry/refused": {
		meaning: "The registry rejects a request.",
		fix: "Follow the response in the message. Amazon ECR and Google Artifact Registry do not create repositories on the first push: the message has the command.",
	},
	"registry/token-host": {
		meaning: "A registry names a token server on another domain, which would get its login.",
		fix: "If you trust that server, name it in `registry-token-hosts`; else log out of the registry.",
		see: "security.md#logins",
	},
	"registry/truncated": {
		meaning: "The answer about an image ends too early, even after retries. Only the service of that image fails.",
		fix: "Check for a proxy that cuts connections, or run it again later.",
	},
	"registry/unavailable": {
		meaning: "The registry fails, even after retries.",
		fix: "Run it again later: completed work is reused.",
	},
	"registry/unreachable": {
		meaning: "The registry does not respond.",
		fix: "Check its name, the network and the proxy; the message says which. `lucid doctor` checks only the registry.",
	},
	"requirements/missing-file": {
		meaning: "A requirements file does not exist.",
		fix: "Fix the path, or copy the file first.",
	},
	"requirements/syntax": { meaning: "A requirements file is not valid for pip.", fix: "Fix the line in the message." },
	"requirements/too-large": {
		meaning: "A requirements file, or the number of files that one command reads, is above its limit.",
		fix: "Split the requirements.",
		see: "security.md",
	},
	"select/phase": { meaning: "There is no such phase.", fix: "Use one of the phases in the message." },
	"select/platform": { meaning: "No service has this platform.", fix: "Add it to `platforms`." },
	"select/service": {
		meaning: "No service has this name, or it is only planned.",
		fix: "Use one of the services in the message.",
	},
	"tags/both": {
		meaning: "A tag would be both written once and moved.",
		fix: "Remove one of its rules.",
		see: "tags.md",
	},
	"tags/flavor": { meaning: "`flavor` cannot be applied.", fix: "Fix what the message names.", see: "tags.md#flavor" },
	"registry/foreign-image": {
		meaning: "The image under a content tag is another one than planned.",
		fix: "Run all jobs again, with the plan. Check who else pushes there.",
		see: "fingerprint.md#when-an-image-is-reused",
	},
	"registry/referrers-lost": {
		meaning: "Other writers kept replacing the list of an image's referrers.",
		fix: "Run the job again. Attach to an image in one job at a time.",
		see: "architecture.md#referrers",
	},
	"registry/referrers-tag": {
		meaning: "The tag that lists an image's referrers holds something else.",
		fix: "Check who pushed it, and delete the tag.",
		see: "architecture.md#referrers",
	},
	"registry/reserved": {
		meaning: "A tag of a reserved form would be written.",
		fix: "Choose another tag.",
		see: "tags.md#reserved-names",
	},
	"tags/reserved": {
		meaning: "A rule gives a tag of a reserved form.",
		fix: "Give it a prefix, or extract a part of it.",
		see: "tags.md#reserved-names",
	},
	"tags/illegal": {
		meaning: "A rule gives an invalid tag.",
		fix: "Use at most 128 letters, digits, `_`, `.` and `-`.",
	},
	"tags/silent": {
		meaning: "A rule for git tags gave no service a tag, although the run is for a git tag.",
		fix: "Compare its `match=` or `pattern=` with the git tag: [Git tags of one component](tags.md#git-tags-of-one-component).",
	},
	"tags/rule": {
		meaning: "A rule cannot be applied to this commit.",
		fix: "Fix what the message names.",
		see: "tags.md",
	},
	"build/not-checked-out": {
		meaning:
			"The sparse checkout skips files that an image copies. A plan only needs git's objects, a build needs the files.",
		fix: "Check out everything in the build job, or add the folder: `git sparse-checkout add FOLDER`.",
		see: "fingerprint.md#files",
	},
	"build/provenance": {
		meaning: "`provenance: max` would show the values of build arguments to anyone who has the image.",
		fix: "Use `min`, or pass the value under `secrets`.",
		see: "build.md#attestations",
	},
	"github/disabled": { meaning: "Issues are disabled in this repository.", fix: "Enable them, or remove `issue`." },
	"github/permission": {
		meaning: "The job's token lacks a permission.",
		fix: "Add the permission in the message to the job.",
		see: "comments.md#when-github-refuses",
	},
	"github/rate-limit": {
		meaning: "The token has reached GitHub's rate limit.",
		fix: "Run the job again at the time in the message.",
	},
	"github/refused": {
		meaning: "GitHub rejects the request for another reason.",
		fix: "Follow the response in the message.",
	},
	"github/token": { meaning: "The token is not valid.", fix: "Remove `github-token` to use the job's own token." },
	"github/unreachable": { meaning: "GitHub does not respond.", fix: "Run the job again." },
	"internal/fault": { meaning: "An error in the action itself.", fix: "Report it, with the log." },
	"lucid/fault": { meaning: "An error in lucid itself.", fix: "Set `LUCID_DEBUG=1` to see where, and report it." },
	"publish/content": {
		meaning: "A content tag names another image than the one that was built and tested.",
		fix: "Check who else pushes there, then build with `--force`.",
		see: "publish.md#the-protocol",
	},
	"publish/exception": {
		meaning: "`despite-smoke` has no `reason`, or selects more than one service.",
		fix: "Name one service and a reason: `lucid publish api --despite-smoke --reason TEXT`.",
		see: "publish.md",
	},
	"publish/immutable": {
		meaning: "An immutable tag names another commit's image.",
		fix: "Use a new version number, or another rule.",
		see: "publish.md#running-again",
	},
	"publish/index-gone": {
		meaning: "The last published image no longer exists.",
		fix: "Run the newest commit's workflow again; check what deletes images.",
	},
	"publish/ledger": {
		meaning: "The ledger of a floating tag cannot be read.",
		fix: "Check what wrote it; deleting that tag starts a new history.",
		see: "publish.md#the-ledger",
	},
	"publish/not-shown": {
		meaning: "The registry accepted a tag but does not return it.",
		fix: "Publish again: completed work is kept.",
	},
	"publish/relabel": {
		meaning: "The label of a release image could not be set, or gave a different image.",
		fix: "Publish again; rebuild if a manifest is missing.",
	},
	"publish/unconfirmed": {
		meaning: "A tag may have moved, but this could not be confirmed.",
		fix: "Publish again: completed work is kept.",
	},
	"sign/cannot-verify": {
		meaning: "A signature names an authority or a log that the trusted root does not have. It may be good.",
		fix: "Let the machine reach `tuf-repo-cdn.sigstore.dev`, or name a newer trusted root with `trusted-root`.",
		see: "signing.md#unknown-is-not-forged",
	},
	"sign/certificate": {
		meaning: "The certificate authority of Sigstore did not issue a certificate, so nothing is signed.",
		fix: "Run the job again. In a private repository, GitHub's own instance needs a plan that has it; otherwise set `sign-log: public`.",
		see: "signing.md",
	},
	"sign/failed": {
		meaning: "cosign failed to sign.",
		fix: "Follow the output in the message.",
		see: "signing.md#with-a-key",
	},
	"sign/key": {
		meaning: "There is no key to sign with.",
		fix: "Name it with `sign-key`.",
		see: "signing.md#with-a-key",
	},
	"sign/log": {
		meaning: "The transparency log did not record the signature, also after retries.",
		fix: "Run the job again.",
		see: "signing.md",
	},
	"sign/no-cosign": {
		meaning: "cosign is not installed, or too old.",
		fix: "Install it in an earlier step.",
		see: "signing.md#with-a-key",
	},
	"sign/no-token": {
		meaning: "The job has no identity token, which keyless signing needs.",
		fix: "Give it `permissions: id-token: write`; a called workflow gets it only if the caller's job has it, too.",
		see: "signing.md",
	},
	"sign/public-key": {
		meaning: "A public key whose signatures count is not PEM text.",
		fix: "Write what `cosign public-key` shows.",
		see: "signing.md",
	},
	"sign/timestamp": {
		meaning: "The timestamp authority did not issue a timestamp, also after retries.",
		fix: "Run the job again.",
		see: "signing.md",
	},
	"sign/trusted-root": {
		meaning: "The file of `trusted-root` cannot be used.",
		fix: "Write it again, for example by `gh attestation trusted-root`.",
		see: "signing.md",
	},
	"sign/unknown-source": {
		meaning: "`verify-host` needs signed images, but does not know which repository or branch they must be signed for.",
		fix: "Run it in a clone: `git remote get-url origin` and `git symbolic-ref refs/remotes/origin/HEAD` name both.",
		see: "signing.md#on-the-machine-that-serves",
	},
	"sign/unsigned": {
		meaning: "Signatures are required, and no signature of the index counts, so no floating tag names it.",
		fix: "Look at the result of the stage sign, then run all jobs again.",
		see: "signing.md",
	},
	"sign/unverified": {
		meaning: "A signature does not pass verification.",
		fix: "Check the expected identity and key.",
		see: "signing.md#with-a-key",
	},
	"stage/timeout": {
		meaning: "A stage exceeded its `timeout`. Its results so far are kept.",
		fix: "Read the last lines of its log. If it needs longer, raise `timeout` and the step's `timeout-minutes`.",
		see: "github.md#a-job-that-hangs",
	},
};
