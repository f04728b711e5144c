export const id=7358
export const ids=[7358]
export const modules={85177:((e,t,n)=>{n.d(t,{pV:()=>githubRun,ut:()=>runLink,Vp:()=>runUrl})
var r=n(51455)
var s=n(39893)
var o=n(85465)
var i=n(16496)
const a=[...["branch_protection_rule","check_run","check_suite","discussion","discussion_comment","fork","gollum"],...["image_version","issue_comment","issues","label","milestone","page_build","public","repository_dispatch"],...["status","watch"]]
const u=["create","deployment","deployment_status","release","workflow_dispatch"]
const c="leave out `ref` and `repository` of actions/checkout, or start the workflow on what is checked out"
function readGitHubEvent(e,t){const{GITHUB_EVENT_NAME:n="",GITHUB_REF:r="",GITHUB_SHA:s}=e
switch(n){case"push":{const e=(0,i.E3)(t.ref)??r
const n=unique((0,i.E3)(t.after),(0,i.E3)(readFields(t.head_commit).id),s)
const o=infoOf("`push`",atRef(e,n,{kind:"push",base:t.base_ref}),c)
return t.deleted===true?{...o,deleted:shortRef(e)}:o}case"delete":return{...infoOf("`delete`",[],c),deleted:`${t.ref_type==="tag"?"git tag":"branch"} ${(0,i.E3)(t.ref)}`}
case"pull_request":case"pull_request_review":case"pull_request_review_comment":return infoOf(`\`${n}\``,pull(t,r,s),l)
case"pull_request_target":return infoOf(`\`${n}\``,pull(t,r),f)
case"merge_group":{const e=readFields(t.merge_group)
const n={kind:"merge_group",base:branchOf(e.base_ref)??""}
const o={event:n,commits:unique((0,i.E3)(e.head_sha),s),refs:unique((0,i.E3)(e.head_ref)??r)}
return infoOf("`merge_group`",[o],c)}case"schedule":return infoOf("`schedule`",atRef(r,unique(s),{kind:"schedule"}),c)
case"workflow_run":return workflowRun(t,e)
case"issue_comment":return infoOf("`issue_comment`",[...atRef(r,unique(s)),...commented(t)],c)
case"release":{const e=(0,i.E3)(readFields(t.release).tag_name)
return infoOf("`release`",atRef(e===undefined?r:`refs/tags/${e}`,unique(s)),c)}case"registry_package":return infoOf(`\`${n}\``,atRef(r,[]),c)
default:if(a.includes(n)||u.includes(n))return infoOf(`\`${n}\``,atRef(r,unique(s)),c)
return{claims:[],about:`the event ${JSON.stringify(n)} is unknown`,fix:d}}}const d="start the workflow by push, schedule or workflow_dispatch, or update this action"
const l="leave out `ref` of actions/checkout, or set it to `github.event.pull_request.head.sha`"
const f="use the event pull_request; or set `ref` of actions/checkout to `github.event.pull_request.head.sha`, only if you "+"trust that code: it runs with the rights of this repository"
const h="set `ref` of actions/checkout to `github.event.workflow_run.head_sha`, or start the workflow by a push"
function infoOf(e,t,n){const[r]=t
if(r===undefined)return{claims:t,about:`the event ${e} is about no branch or git tag`,fix:"start the workflow on one"}
const s=r.commits[0]===undefined?"":` at ${r.commits[0].slice(0,12)}`
return{claims:t,about:`the event ${e} is about ${shortEvent(r.event)}${s}`,fix:n}}function atRef(e,t,{kind:n,base:r}={kind:"manual"}){const claim=n=>[{event:n,commits:t,refs:[e]}]
const o=/^refs\/heads\/gh-readonly-queue\/(.+)\/pr-[^/]*$/.exec(e)?.[1]
if(o!==undefined)return claim({kind:"merge_group",base:o})
const[,i,a]=/^refs\/(heads|tags)\/(.+)$/.exec(e)??[]
if(a===undefined)return[]
if(i==="heads")return claim({kind:n,branch:a})
const u=branchOf(r)
return claim({kind:"tag",tag:a,...(0,s.s)({base:u})})}const branchOf=e=>(0,i.E3)(e)?.replace("refs/heads/","")
function pull(e,t,n){const r=readFields(e.pull_request)
const[o,a]=[readFields(r.head),readFields(r.base)]
const u=typeof r.number==="number"?r.number:Number(/^refs\/pull\/(\d+)\//.exec(t)?.[1])
const c=Number.isSafeInteger(u)?u:undefined
const d=(0,i.E3)(o.sha)
const l={kind:"pull_request",...(0,s.s)({number:c}),head:(0,i.E3)(o.ref)??"",base:(0,i.E3)(a.ref)??"",fork:o.repo==null||(0,i.E3)(readFields(o.repo).full_name)!==(0,i.E3)(readFields(a.repo).full_name),...(0,s.s)({headRevision:d})}
return[{event:l,commits:unique(d,(0,i.E3)(r.merge_commit_sha),n),refs:pullRefs(c)}]}const pullRefs=e=>e===undefined?[]:[`refs/pull/${e}/head`,`refs/pull/${e}/merge`]
function commented(e){const{number:t,pull_request:n}=readFields(e.issue)
if(typeof t!=="number"||n==null)return[]
const r={kind:"pull_request",number:t,head:"",base:"",fork:true}
return[{event:r,commits:[],refs:pullRefs(t)}]}function workflowRun(e,{GITHUB_REF:t="",GITHUB_SHA:n}){const r=readFields(e.workflow_run)
const s=readFields(e.repository)
const[o,c,d]=[(0,i.E3)(r.event)??"",(0,i.E3)(r.head_branch),(0,i.E3)(r.head_sha)]
const l=`\`workflow_run\`, after \`${o}\`,`
const f=(0,i.E3)(readFields(r.head_repository).full_name)
const p=f===undefined||f!==(0,i.E3)(s.full_name)
if(p||o.startsWith("pull_request"))return infoOf(l,[pullOfRun(r,p)],h)
if(c===undefined)return infoOf(l,[],h)
const m=c===(0,i.E3)(s.default_branch)
const g=["push","schedule","merge_group","workflow_run",...u,...a].includes(o)
const b=o==="push"?"push":"manual"
const w=c.startsWith("gh-readonly-queue/")
const y=g&&(m||w)?unique(d,t===`refs/heads/${c}`?n:undefined):[]
const _=m||w?[]:atRef(`refs/tags/${c}`,[])
return infoOf(l,[...atRef(`refs/heads/${c}`,y,{kind:b}),..._],h)}function pullOfRun(e,t){const n=(0,i.E3)(e.head_sha)
const r=(Array.isArray(e.pull_requests)?e.pull_requests:[]).map(readFields)
const o=r.filter(({head:e})=>n!==undefined&&readFields(e).sha===n)
const[a]=o.length===1?o:[]
const u=typeof a?.number==="number"?a.number:undefined
const c={...{kind:"pull_request",...(0,s.s)({number:u})},...{head:(0,i.E3)(e.head_branch)??"",base:(0,i.E3)(readFields(a?.base).ref)??"",fork:t},...(0,s.s)({headRevision:n})}
return{event:c,commits:unique(n),refs:pullRefs(u)}}const shortRef=e=>e.replace(/^refs\/heads\//,"branch ").replace(/^refs\/tags\//,"git tag ")
function shortEvent(e){switch(e.kind){case"tag":return`git tag ${e.tag}`
case"pull_request":return e.number===undefined?"a pull request":`pull request ${e.number}`
case"merge_group":return`the merge queue of ${e.base}`
case"commit":return"no branch"
default:return`branch ${e.branch}`}}const unique=(...e)=>[...new Set(e.filter(e=>e!==undefined))]
const readFields=e=>(0,i.Ag)(e)??{}
const p=["pull_request","pull_request_review","pull_request_review_comment"]
async function githubRun(e){if(e.GITHUB_ACTIONS!=="true")return undefined
const t=e.GITHUB_EVENT_PATH
const n=t?await(0,r.readFile)(t,"utf8").catch(()=>"{}"):"{}"
try{return readRun(e,readFields(JSON.parse(n)))}catch(e){if(!(e instanceof SyntaxError))throw e
throw new o.yo({code:"environment/event",message:`the event file of GITHUB_EVENT_PATH is not JSON: ${t}`,why:e.message,fix:"use GitHub's runner, or unset GITHUB_ACTIONS and give `--event` and `--revision`"},{cause:e})}}function readRun(e,t){const n=readFields(t.repository)
const r=readGitHubEvent(e,t)
const o=e.GITHUB_SERVER_URL??"https://github.com"
const a=(0,i.E3)(n.default_branch)
const u=(0,i.E3)(n.html_url)??(e.GITHUB_REPOSITORY?`${o}/${e.GITHUB_REPOSITORY}`:undefined)
const c=e.GITHUB_REPOSITORY_ID??(typeof n.id==="number"?String(n.id):undefined)
const d=c&&`${URL.parse(o)?.host}/${c}`
const l=(0,i.E3)(n.name)
const f=(0,i.E3)(n.description)
const h=(0,i.E3)(readFields(n.license).spdx_id)
const m=r.claims.some(({event:e})=>e.kind==="pull_request"&&e.fork)
return{...r,fromFork:m,readOnly:m&&p.includes(e.GITHUB_EVENT_NAME??""),repository:(0,s.s)({defaultBranch:a,url:u,repositoryId:d,title:l,description:f,licenses:h})}}function runUrl(e){const{GITHUB_SERVER_URL:t,GITHUB_REPOSITORY:n,GITHUB_RUN_ID:r}=e
return t&&n&&r?`${t}/${n}/actions/runs/${r}`:undefined}function runLink(e){const t=Number(e.GITHUB_RUN_ATTEMPT??1)
return(0,s.s)({url:runUrl(e),attempt:t>1?t:undefined})}}),66312:((e,t,n)=>{n.r(t)
n.d(t,{main:()=>main})
var r=n(48179)
var s=n(69838)
var o=n(44174)
var i=n(57975)
function paintFor(e,t=process.env){if(t.FORCE_COLOR===undefined&&t.CI)return(e,t)=>t
return(t,n)=>(0,i.styleText)(t,n,{stream:e})}var a=n(93651)
var u=n(40318)
var c=n(85465)
var d=n(68261)
var l=n(40425)
var f=n(87096)
var h=n(80244)
var p=n(8780)
const m={run:{title:"Lucid Build",summary:"Plan, build, smoke and publish the images of a service catalog",detail:"Runs all stages one after another: builds the images that have to be built, pushes them by digest, starts and probes them, and only then tags them. With `service` it runs one part of a matrix."},plan:{title:"Lucid Plan",summary:"Decide which images have to be built, and why",detail:"Compares the inputs of each image with the registry. Builds nothing, pushes nothing. In a workflow it outputs the matrix for the build jobs."},lint:{title:"Lucid Lint",summary:"Check the catalog, its Dockerfiles and requirements",detail:"Finds problems that would break a build or a container later, with file, line and fix. Needs no engine; with one, BuildKit's own checks are in the same list. Rules, baselines and code scanning are in docs/lint.md."},build:{title:"Lucid Build Images",summary:"Build the images of the plan and push them by digest",detail:"Builds all images with one BuildKit call. Pushes each under a tag made of its fingerprint, never under a floating tag, and then checks it in the registry."},verify:{title:"Lucid Verify",summary:"Check the pushed images in the registry",detail:"Reads every layer once and checks its content: platform and machine code, user, labels, base, entrypoint, packages, shells, secrets, size (docs/verify.md). `build` does the same for the images that it builds."},smoke:{title:"Lucid Smoke",summary:"Start the pushed images and probe every health endpoint",detail:"Starts the images by digest on the target platform with Docker Compose, probes them from outside, and removes everything again. Host ports are ephemeral, so they never conflict."},sign:{title:"Lucid Sign",summary:"Sign what the run built and smoked, as one statement",detail:"Reads the results of build and smoke and compares their digests with the registry. Signs one statement that lists images, verdicts and the indexes that publish will tag, and attaches it to each of them. Runs no code of the repository (docs/security.md)."},publish:{title:"Lucid Publish",summary:"Write the tags of the images, floating tags last",detail:"Writes the tags of this commit, then moves floating tags, only to digests that passed smoke and only forward. A second run completes an interrupted one."},report:{title:"Lucid Report",summary:"Report the results as a page and a summary",detail:"Reads the documents of the other stages, of one run or of all legs of a matrix. Each service has a row, and missing results are marked as missing. Uses the plan of the run, and makes a new one only if there is none (docs/report.md). Exits with the verdict of the run."},bake:{title:"Lucid Bake",summary:"Print the bake definition, for use with docker buildx bake alone",detail:"Prints the definition of all selected images, whether the registry has them or not. Builds nothing."},"verify-host":{title:"Lucid Verify Host",summary:"Check which published images a machine has, and whether they run there",detail:"Compares each floating tag in the registry with the engine's images: present, old or absent, and with `require-signed` unsigned. Starts and probes the present images like smoke, beside the running containers. Pulls nothing."},init:{title:"Lucid Init",summary:"Propose a catalog and workflows for this repository",detail:"Finds Dockerfiles and Compose files, determines contexts, ports, health checks, needs and base images, and writes `lucid.yml`, a workflow for pushes and one for nightly runs. Shows what it guessed and from what. Never overwrites a file."},doctor:{title:"Lucid Doctor",summary:"Report what is missing on this machine, and how to fix it",detail:"Checks Node, git, the engine with its image store, buildx, Compose, emulation for the catalog's platforms, the registry, the login and its permission to push each image, and disk space. Changes nothing, and works even if none of these is installed."},setup:{title:"Lucid Setup",summary:"Prepare Docker to build for the target platforms",detail:"Checks engine, buildx and Compose; registers QEMU only for platforms that do not run yet; creates a builder or logs in only if requested or needed. Reverts its changes at the end of the job. Prints the time of each step (docs/setup.md)."}}
var g=n(89348)
const b=["run",...p.hL.filter(e=>e!=="setup"&&e!=="run")]
function program(e){const t=new r.uB("lucid").description("Plan, build, smoke and publish a repository's container images from one catalog, arm64 first.").version(g.r,"-V, --version","Print the version.").helpOption("-h, --help","Print this help.").helpCommand(false).showHelpAfterError("(see --help)").addHelpText("after",exitHelp())
for(const n of b)t.addCommand(subcommand(n,e))
t.addCommand(completion(t))
return t}function completion(e){return new r.uB("completion").summary("Print a script that completes commands and options").description("Print a script that completes commands and options: source <(lucid completion bash)").helpOption("-h, --help","Print this help.").addArgument(new r.ef("<shell>","The shell.").choices(["bash","zsh","fish"])).action(async t=>{const{completionScript:r}=await n.e(4911).then(n.bind(n,34911))
process.stdout.write(r(t,e))})}function subcommand(e,t){const{summary:n,detail:s}=m[e]
const o=(0,p.cz)(e,"command")
const i=o.find(({name:e})=>e==="service")
const a=new r.uB(e).summary(n).description(`${n}.\n\n${s}`).helpOption("-h, --help","Print this help.").showHelpAfterError(`(see lucid ${e} --help)`).addHelpText("after",exitHelp())
if(i!==undefined)a.argument("[service...]",i.description)
for(const e of o){if(e===i)continue
a.addOption(toCommandOption(e))
if(e.wasFlag)a.addOption(new r.c$(`--no-${e.name}`).hideHelp())}return a.action((...n)=>{const r=i===undefined?[]:n[0]
const s=n[i===undefined?0:1]
return t(e,{...rawValues(o,s),...r.length>0&&{service:r}})})}function toCommandOption(e){const{short:t,name:n,kind:s,placeholder:o="value"}=e
const i=s==="flag"?"":e.choices?` <${e.choices.join("|")}>`:` <${o}>`
const a=`${t?`-${t}, `:""}--${isOnByDefault(e)?"no-":""}${n}${i}`
const u=new r.c$(a,`${e.offDescription??e.description}${hint(e)}`)
if(s==="list"||s==="lines"||s==="pairs")u.argParser((e,t=[])=>[...t,e])
return u}const isOnByDefault=({kind:e,default:t})=>e==="flag"&&t==="true"
function hint(e){const t=[e.default!==undefined&&e.kind!=="flag"&&`default: ${e.default}`,e.env&&`env: ${e.env}`].filter(Boolean)
return t.length>0?` (${t.join(", ")})`:""}function rawValues(e,t){return Object.fromEntries(e.map(e=>{const n=toCommandOption(e)
const r=t[n.attributeName()]
if(n.negate)return[e.name,r===false?!isOnByDefault(e):undefined]
if(e.wasFlag&&r===false)return[e.name,"off"]
return[e.name,r]}))}function exitHelp(){return`\nExit codes:\n${l.hS.map(({code:e,meaning:t})=>`  ${String(e).padEnd(4)} ${t}`).join("\n")}`}var w=n(26617)
function canRewrite({isTTY:e,env:t}){return e===true&&t.TERM!=="dumb"&&!t.CI}function logScreen(e){const t=(0,w.A)(e)
return{progress:t.progress,line:t.line,stop:()=>t[Symbol.dispose]()}}var y=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var r,s
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=t[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=t[Symbol.dispose]
if(n)s=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(s)r=function(){try{s.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:r,async:n})}else if(n){e.stack.push({async:true})}return t}
var _=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,r=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&r===1)return r=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var r=new Error(n)
return r.name="SuppressedError",r.error=e,r.suppressed=t,r})
async function main(e=process.argv.slice(2)){process.stdout.on("error",lost)
process.stderr.on("error",()=>undefined)
const t=program(start)
for(const e of[t,...t.commands])e.exitOverride()
try{if(e.length===0)t.help()
await t.parseAsync(e,{from:"user"})}catch(t){if(!(t instanceof r.b7))throw t
process.exitCode=t.exitCode===0||e.length===0?l.NS.fine:l.NS.usage}await Promise.all([process.stdout,process.stderr].map(flushed))
process.exit()}function lost({code:e,message:t}){if(e==="EPIPE")process.exit(process.exitCode??l.NS.fine)
process.stderr.write(`error: the result cannot be written: ${t}\n`)
process.exit(l.NS.environment)}function flushed(e){return new Promise(t=>e.write("",()=>t()))}async function start(e,t){const n={stack:[],error:void 0,hasError:false}
try{const r=t.json===true
const i=paintFor(process.stderr)
const c=await openScreen(i,t.progress==="plain"?"plain":"auto")
const p=y(n,(0,f.Y)(c.line),false)
const m=(0,h.og)({progress:c.progress,log:e=>(0,d.X$)(e).forEach(c.line),signal:p.signal})
try{const n={stack:[],error:void 0,hasError:false}
try{const i=(0,o.A)(t,m,e)
const d=y(n,(0,u.LH)(p.signal,i.timeout,e),false)
const l=(0,s.Jm)(undefined,i.buildSecretNames,process.env)
const f={...m,signal:d.signal,secrets:l}
const{document:g,documents:b,exitCode:w}=await(0,h.Si)(e,i,f)
c.stop()
if(r||e==="bake"||i.print)print(g)
else process.stdout.write(`${(0,a.q)(b,paintFor(process.stdout),columns())}\n`)
process.exitCode=w}catch(e){n.error=e
n.hasError=true}finally{_(n)}}catch(e){c.stop()
if(!p.signal.aborted)reportError(e,i,r)
process.exitCode=(0,l.LL)(e)}if(p.signal.aborted)process.exitCode=l.NS.interrupted}catch(e){n.error=e
n.hasError=true}finally{_(n)}}async function openScreen(e,t){const now=()=>performance.now()
const{stderr:r,env:s}=process
if(t==="plain"||!canRewrite({isTTY:r.isTTY,env:s}))return logScreen({mode:t,write:e=>r.write(`${e}\n`),now:now})
const{liveScreen:o}=await Promise.all([n.e(5872),n.e(1544)]).then(n.bind(n,89163))
return o(r,e,now)}function reportError(e,t,n){if(e instanceof c.yo){process.stderr.write(`${(0,a.f)(e.problems,t)}\n`)
if(n)print({kind:"lucid.error",version:1,problems:e.problems})
return}const r=process.env.LUCID_DEBUG&&e instanceof Error?e.stack:undefined
const s=r??(e instanceof Error?e.message:String(e))
process.stderr.write(`${t("red","error:")} ${s}\n`)
if(r===undefined)process.stderr.write("This is a bug in lucid. LUCID_DEBUG=1 shows where.\n")
if(n)print({kind:"lucid.error",version:1,problems:[{code:"lucid/fault",message:s}]})}const print=e=>process.stdout.write(`${JSON.stringify(e,undefined,"\t")}\n`)
const columns=()=>process.stdout.isTTY?process.stdout.columns:Number.POSITIVE_INFINITY}),11939:((e,t,n)=>{n.d(t,{P:()=>dockerConfigFolder})
var r=n(48161)
var s=n(76760)
function dockerConfigFolder(e){return e.DOCKER_CONFIG||s.join(e.HOME||(0,r.homedir)(),".docker")}}),68261:((e,t,n)=>{n.d(t,{Ov:()=>sanitizeLogLine,X$:()=>sanitizeLines,Xe:()=>sanitizeLogLines,g$:()=>sanitizeLine,jZ:()=>sanitizeText})
const r=/\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g
const s=/[\p{Cc}\p{Bidi_Control}]+/gu
function sanitizeText(e){return e.replace(r,"").replace(s,e=>e.replace(/[^\t\n]/gu,""))}function sanitizeLine(e){return e.replace(r,"").replace(s," ")}function sanitizeLines(e){return e.split(/\r?\n/).map(e=>sanitizeLine(e).trimEnd())}const o=/[\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff]/g
function sanitizeLogLine(e,t=500){const n=sanitizeText(e).replace(/[\t\n]/g,e=>e==="\t"?" ":"").replace(o,"").replace(/^(\s*):(?=:)/,"$1: ").replaceAll("##[","## [")
return n.length>t?`${n.slice(0,t)} ... (${n.length-t} more)`:n}function sanitizeLogLines(e,t=500){return e.split(/\r\n|\n|\r/).map(e=>sanitizeLogLine(e,t)).filter(e=>e.trim()!=="")}}),89348:((e,t,n)=>{n.d(t,{r:()=>r})
const r="0.1.0"})}
