export const id=9780
export const ids=[9780]
export const modules={96273:((e,n,t)=>{t.d(n,{Pd:()=>readConfigField,c7:()=>defaultEngineAddress,vg:()=>configFolder,yt:()=>proxyArgs})
var r=t(51455)
var o=t(48161)
var s=t(76760)
var i=t(16496)
function configFolder(e){return e.DOCKER_CONFIG||s.join(e.HOME||(0,o.homedir)(),".docker")}async function readConfigField(e,n){const t=await(0,r.readFile)(s.join(configFolder(e),"config.json"),"utf8").catch(()=>"")
return(0,i.Ag)((0,i.qF)(t))?.[n]}async function defaultEngineAddress(e){if(e.DOCKER_HOST)return e.DOCKER_HOST
const n=e.DOCKER_CONTEXT||await readConfigField(e,"currentContext")
if(n&&n!=="default")return undefined
return process.platform==="win32"?"npipe:////./pipe/docker_engine":"unix:///var/run/docker.sock"}async function proxyArgs(e){const n=await readConfigField(e,"proxies")
const t=new Set(Object.values((0,i.Ag)(n)??{}).flatMap(e=>Object.keys((0,i.Ag)(e)??{})))
return Object.entries(a).flatMap(([e,n])=>t.has(e)?[n]:[])}const a={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}}),75747:((e,n,t)=>{t.d(n,{Bu:()=>addEmulatedPlatforms,IK:()=>inspectBuilder,LV:()=>readInfo,P7:()=>inspectEngine,Q2:()=>canRun,Wp:()=>requireEngine,ez:()=>c,kj:()=>readBuilder,p7:()=>engineProblems})
var r=t(62088)
var o=t(39893)
var s=t(85465)
var i=t(16496)
const a={server:"26.0.0",buildx:"0.13.0",compose:"2.20.0"}
async function inspectEngine(e,n={}){const{builder:t,signal:r,needs:s}=n
const i=s===undefined||s.build===true||s.platforms!==undefined
const[a,c]=await Promise.all([e(["info","--format","{{json .}}"],(0,o.s)({signal:r})).catch(()=>undefined),i?inspectBuilder(e,{builder:t,signal:r}):undefined])
r?.throwIfAborted()
if(a===undefined)return{containerdStore:false}
return{...readInfo(a.stdout,a.stderr),...(0,o.s)({builder:c})}}async function inspectBuilder(e,{builder:n,signal:t}){const r=["buildx","inspect",...n===undefined?[]:["--",n]]
const s=await e(r,(0,o.s)({signal:t})).catch(()=>undefined)
return s&&addEmulatedPlatforms(readBuilder(s),process.env[c])}const c="LUCID_EMULATED"
function addEmulatedPlatforms(e,n){if(e===undefined||e.driver!=="docker"||!n)return e
return{...e,platforms:[...new Set([...e.platforms,...n.split(",")])]}}function readInfo(e,n){const t=(0,i.Ag)((0,i.qF)(e))??{}
const r=(0,i.Ag)(t.ClientInfo)
const s=Array.isArray(r?.Plugins)?r.Plugins.map(i.Ag):[]
const plugin=e=>(0,i.E3)(s.find(n=>n?.Name===e)?.Version)
const[a,c]=[(0,i.E3)(t.ServerVersion),(0,i.E3)(r?.Version)]
const d=(0,i.LD)(t.ServerErrors)?.join("; ")||n.trim()||"no daemon responds"
const l=(0,i.E3)(t.Architecture)
const f=u[l??""]??l
const[m,g]=[(0,i.E3)(t.Name),(0,i.E3)(t.KernelVersion)]
const h=t.DriverStatus
return{...(0,o.s)({client:c}),...a!==undefined?{server:a}:{unreachable:d},...a!==undefined&&f!==undefined&&{native:`${(0,i.E3)(t.OSType)??"linux"}/${f}`},...m!==undefined&&g!==undefined&&{machine:{name:m,kernel:g}},...(0,o.s)({mirrors:(0,i.LD)((0,i.Ag)(t.RegistryConfig)?.Mirrors),buildx:plugin("buildx"),compose:plugin("compose")}),containerdStore:Array.isArray(h)&&h.some(e=>e?.[1]==="io.containerd.snapshotter.v1")}}const u={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
function readBuilder({exitCode:e,stdout:n,stderr:t}){const field=e=>new RegExp(`^${e}:[ \\t]*(\\S.*)$`,"m").exec(n)?.[1]?.trim()
const r=field("Name")
const s=field("Error")??(e===0?undefined:t.trim())
if(r===undefined)return s===undefined?undefined:{name:"",driver:"",platforms:[],error:s}
const i=[...n.matchAll(/^Platforms:[ \t]*(\S.*)$/gm)].flatMap(([,e=""])=>e.split(",").map(e=>e.trim().replace(/\*$/,"")))
return{name:r,driver:field("Driver")??"",platforms:[...new Set(i)],...(0,o.s)({error:s})}}function canRun(e,n){const normalize=e=>e.replace(/\/arm64\/v8$/,"/arm64").replace(/\/arm$/,"/arm/v7")
return e.some(e=>normalize(e)===normalize(n))}function requireEngine(e,n){const t=engineProblems(e,n)
if(t.length>0)throw new s.yo(t)
return e}function engineProblems(e,n){if(e.client===undefined&&e.server===undefined&&e.unreachable===undefined)return[{code:"engine/missing",message:"docker is not installed",fix:"install Docker Engine (https://docs.docker.com/engine/install/) and make sure that docker is in PATH"}]
const t=[]
if(e.server===undefined)t.push({code:"engine/not-running",message:"no Docker daemon responds",...(0,o.s)({why:e.unreachable}),fix:"start Docker (systemctl start docker, or Docker Desktop), or set DOCKER_HOST or DOCKER_CONTEXT to a running "+"one; if permission was denied, join the group docker"})
else t.push(...tooOld("Docker Engine",e.server,a.server,"engine/too-old"))
if(n.build)t.push(...buildProblems(e))
if(n.smoke)t.push(...pluginProblems("compose","Docker Compose",e.compose))
if(t.length===0)t.push(...platformProblems(e,n.platforms??[]))
return t}function buildProblems(e){const n=[...pluginProblems("buildx","buildx",e.buildx)]
const{builder:t}=e
if(e.server===undefined||e.buildx===undefined||t===undefined)return n
if(t.error!==undefined)n.push({code:"engine/builder",message:`the builder ${t.name||"that was named"} is unusable`,why:t.error,fix:"see `docker buildx ls`; `docker buildx use default` selects Docker's own builder"})
else if(t.driver==="docker"&&!e.containerdStore)n.push({code:"engine/image-store",message:"this Docker Engine uses its old image store, which cannot push reproducible images",why:"annotations and rewritten timestamps need containerd's image store, or a separate builder",fix:'set {"features": {"containerd-snapshotter": true}} in /etc/docker/daemon.json and restart Docker, or '+"`docker buildx create --driver=docker-container --use`"})
return n}function platformProblems({builder:e,native:n},t){const r=e?.platforms.length?e.platforms:n===undefined?[]:[n]
return t.filter(e=>!canRun(r,e)).map(n=>({code:"engine/platform",message:`cannot run ${n}`,why:`${e?.name?`the builder ${e.name}`:"the engine"} runs ${r.join(", ")||"nothing"}`,fix:"use a machine of that platform (runs-on: ubuntu-24.04-arm for linux/arm64), or add emulation: "+`\`docker run --privileged --rm tonistiigi/binfmt --install ${n.split("/")[1]??"arm64"}\`, `+"or the package qemu-user-static"}))}function pluginProblems(e,n,t){if(t!==undefined)return tooOld(n,t,a[e],`engine/${e}-too-old`)
const r=`install the package docker-${e}-plugin`
return[{code:`engine/${e}-missing`,message:`${n} is not installed`,fix:r}]}function tooOld(e,n,t,o){const s=r.coerce(n)
if(s===null||r.gte(s,t))return[]
return[{code:o,message:`${e} ${n} is too old`,fix:`install ${e} ${t} or newer`}]}}),85177:((e,n,t)=>{t.d(n,{pV:()=>githubRun,ut:()=>runLink,Vp:()=>runUrl})
var r=t(51455)
var o=t(39893)
var s=t(85465)
var i=t(16496)
const a=[...["branch_protection_rule","check_run","check_suite","discussion","discussion_comment","fork","gollum"],...["image_version","issue_comment","issues","label","milestone","page_build","public","repository_dispatch"],...["status","watch"]]
const c=["create","deployment","deployment_status","release","workflow_dispatch"]
const u="leave out `ref` and `repository` of actions/checkout, or start the workflow on what is checked out"
function readGitHubEvent(e,n){const{GITHUB_EVENT_NAME:t="",GITHUB_REF:r="",GITHUB_SHA:o}=e
switch(t){case"push":{const e=(0,i.E3)(n.ref)??r
const t=unique((0,i.E3)(n.after),(0,i.E3)(readFields(n.head_commit).id),o)
const s=infoOf("`push`",atRef(e,t,{kind:"push",base:n.base_ref}),u)
return n.deleted===true?{...s,deleted:shortRef(e)}:s}case"delete":return{...infoOf("`delete`",[],u),deleted:`${n.ref_type==="tag"?"git tag":"branch"} ${(0,i.E3)(n.ref)}`}
case"pull_request":case"pull_request_review":case"pull_request_review_comment":return infoOf(`\`${t}\``,pull(n,r,o),l)
case"pull_request_target":return infoOf(`\`${t}\``,pull(n,r),f)
case"merge_group":{const e=readFields(n.merge_group)
const t={kind:"merge_group",base:branchOf(e.base_ref)??""}
const s={event:t,commits:unique((0,i.E3)(e.head_sha),o),refs:unique((0,i.E3)(e.head_ref)??r)}
return infoOf("`merge_group`",[s],u)}case"schedule":return infoOf("`schedule`",atRef(r,unique(o),{kind:"schedule"}),u)
case"workflow_run":return workflowRun(n,e)
case"issue_comment":return infoOf("`issue_comment`",[...atRef(r,unique(o)),...commented(n)],u)
case"release":{const e=(0,i.E3)(readFields(n.release).tag_name)
return infoOf("`release`",atRef(e===undefined?r:`refs/tags/${e}`,unique(o)),u)}case"registry_package":return infoOf(`\`${t}\``,atRef(r,[]),u)
default:if(a.includes(t)||c.includes(t))return infoOf(`\`${t}\``,atRef(r,unique(o)),u)
return{claims:[],about:`the event ${JSON.stringify(t)} is unknown`,fix:d}}}const d="start the workflow by push, schedule or workflow_dispatch, or update this action"
const l="leave out `ref` of actions/checkout, or set it to `github.event.pull_request.head.sha`"
const f="use the event pull_request; or set `ref` of actions/checkout to `github.event.pull_request.head.sha`, only if you "+"trust that code: it runs with the rights of this repository"
const m="set `ref` of actions/checkout to `github.event.workflow_run.head_sha`, or start the workflow by a push"
function infoOf(e,n,t){const[r]=n
if(r===undefined)return{claims:n,about:`the event ${e} is about no branch or git tag`,fix:"start the workflow on one"}
const o=r.commits[0]===undefined?"":` at ${r.commits[0].slice(0,12)}`
return{claims:n,about:`the event ${e} is about ${shortEvent(r.event)}${o}`,fix:t}}function atRef(e,n,{kind:t,base:r}={kind:"manual"}){const claim=t=>[{event:t,commits:n,refs:[e]}]
const s=/^refs\/heads\/gh-readonly-queue\/(.+)\/pr-[^/]*$/.exec(e)?.[1]
if(s!==undefined)return claim({kind:"merge_group",base:s})
const[,i,a]=/^refs\/(heads|tags)\/(.+)$/.exec(e)??[]
if(a===undefined)return[]
if(i==="heads")return claim({kind:t,branch:a})
const c=branchOf(r)
return claim({kind:"tag",tag:a,...(0,o.s)({base:c})})}const branchOf=e=>(0,i.E3)(e)?.replace("refs/heads/","")
function pull(e,n,t){const r=readFields(e.pull_request)
const[s,a]=[readFields(r.head),readFields(r.base)]
const c=typeof r.number==="number"?r.number:Number(/^refs\/pull\/(\d+)\//.exec(n)?.[1])
const u=Number.isSafeInteger(c)?c:undefined
const d=(0,i.E3)(s.sha)
const l={kind:"pull_request",...(0,o.s)({number:u}),head:(0,i.E3)(s.ref)??"",base:(0,i.E3)(a.ref)??"",fork:s.repo==null||(0,i.E3)(readFields(s.repo).full_name)!==(0,i.E3)(readFields(a.repo).full_name),...(0,o.s)({headRevision:d})}
return[{event:l,commits:unique(d,(0,i.E3)(r.merge_commit_sha),t),refs:pullRefs(u)}]}const pullRefs=e=>e===undefined?[]:[`refs/pull/${e}/head`,`refs/pull/${e}/merge`]
function commented(e){const{number:n,pull_request:t}=readFields(e.issue)
if(typeof n!=="number"||t==null)return[]
const r={kind:"pull_request",number:n,head:"",base:"",fork:true}
return[{event:r,commits:[],refs:pullRefs(n)}]}function workflowRun(e,{GITHUB_REF:n="",GITHUB_SHA:t}){const r=readFields(e.workflow_run)
const o=readFields(e.repository)
const[s,u,d]=[(0,i.E3)(r.event)??"",(0,i.E3)(r.head_branch),(0,i.E3)(r.head_sha)]
const l=`\`workflow_run\`, after \`${s}\`,`
const f=(0,i.E3)(readFields(r.head_repository).full_name)
const g=f===undefined||f!==(0,i.E3)(o.full_name)
if(g||s.startsWith("pull_request"))return infoOf(l,[pullOfRun(r,g)],m)
if(u===undefined)return infoOf(l,[],m)
const h=u===(0,i.E3)(o.default_branch)
const p=["push","schedule","merge_group","workflow_run",...c,...a].includes(s)
const b=s==="push"?"push":"manual"
const w=u.startsWith("gh-readonly-queue/")
const k=p&&(h||w)?unique(d,n===`refs/heads/${u}`?t:undefined):[]
const _=h||w?[]:atRef(`refs/tags/${u}`,[])
return infoOf(l,[...atRef(`refs/heads/${u}`,k,{kind:b}),..._],m)}function pullOfRun(e,n){const t=(0,i.E3)(e.head_sha)
const r=(Array.isArray(e.pull_requests)?e.pull_requests:[]).map(readFields)
const s=r.filter(({head:e})=>t!==undefined&&readFields(e).sha===t)
const[a]=s.length===1?s:[]
const c=typeof a?.number==="number"?a.number:undefined
const u={...{kind:"pull_request",...(0,o.s)({number:c})},...{head:(0,i.E3)(e.head_branch)??"",base:(0,i.E3)(readFields(a?.base).ref)??"",fork:n},...(0,o.s)({headRevision:t})}
return{event:u,commits:unique(t),refs:pullRefs(c)}}const shortRef=e=>e.replace(/^refs\/heads\//,"branch ").replace(/^refs\/tags\//,"git tag ")
function shortEvent(e){switch(e.kind){case"tag":return`git tag ${e.tag}`
case"pull_request":return e.number===undefined?"a pull request":`pull request ${e.number}`
case"merge_group":return`the merge queue of ${e.base}`
case"commit":return"no branch"
default:return`branch ${e.branch}`}}const unique=(...e)=>[...new Set(e.filter(e=>e!==undefined))]
const readFields=e=>(0,i.Ag)(e)??{}
const g=["pull_request","pull_request_review","pull_request_review_comment"]
async function githubRun(e){if(e.GITHUB_ACTIONS!=="true")return undefined
const n=e.GITHUB_EVENT_PATH
const t=n?await(0,r.readFile)(n,"utf8").catch(()=>"{}"):"{}"
try{return readRun(e,readFields(JSON.parse(t)))}catch(e){if(!(e instanceof SyntaxError))throw e
throw new s.yo({code:"environment/event",message:`the event file of GITHUB_EVENT_PATH is not JSON: ${n}`,why:e.message,fix:"use GitHub's runner, or unset GITHUB_ACTIONS and give `--event` and `--revision`"},{cause:e})}}function readRun(e,n){const t=readFields(n.repository)
const r=readGitHubEvent(e,n)
const s=e.GITHUB_SERVER_URL??"https://github.com"
const a=(0,i.E3)(t.default_branch)
const c=(0,i.E3)(t.html_url)??(e.GITHUB_REPOSITORY?`${s}/${e.GITHUB_REPOSITORY}`:undefined)
const u=(0,i.E3)(t.name)
const d=(0,i.E3)(t.description)
const l=(0,i.E3)(readFields(t.license).spdx_id)
const f=r.claims.some(({event:e})=>e.kind==="pull_request"&&e.fork)
return{...r,fromFork:f,readOnly:f&&g.includes(e.GITHUB_EVENT_NAME??""),repository:(0,o.s)({defaultBranch:a,url:c,title:u,description:d,licenses:l})}}function runUrl(e){const{GITHUB_SERVER_URL:n,GITHUB_REPOSITORY:t,GITHUB_RUN_ID:r}=e
return n&&t&&r?`${n}/${t}/actions/runs/${r}`:undefined}function runLink(e){const n=Number(e.GITHUB_RUN_ATTEMPT??1)
return(0,o.s)({url:runUrl(e),attempt:n>1?n:undefined})}}),34190:((e,n,t)=>{t.r(n)
t.d(n,{doctor:()=>doctor})
var r=t(51455)
var o=t(76760)
var s=t(75747)
var i=t(39893)
var a=t(85465)
var c=t(63773)
var u=t(77509)
var d=t(11886)
const l=1e4
async function checkRegistries({services:e},n){const t=new Set(e.flatMap(({image:e,copies:n=[]})=>[e,...n]))
const r=Map.groupBy(t,e=>(0,d.F2)(e).host)
const o=await Promise.all([...r].map(([e,t])=>checkRegistry(e,t,n)))
return o.flat()}async function checkRegistry(e,n,{exec:t,env:r,signal:o,progress:s}){const i=(0,u.d8)({exec:t,env:r,signal:o})
const a={tries:1,firstMs:1e3,maxMs:1e3,maxRetryAfterMs:1e3}
const c=(0,u.Me)({auth:i,env:r,signal:o,progress:s,deadlineMs:l,idleMs:l,retry:a})
const[d,f]=await Promise.all([i(e).catch(e=>e),c.head(`${n[0]}:lucid-doctor`).catch(e=>e)])
o.throwIfAborted()
const m=`registry:${e}`
const g=loginCheck(e,d)
const h={id:m,state:"good",found:`${e} responds`}
if(!(f instanceof Error))return[h,g,...await rightsChecks(e,n,c,o)]
const[p]=f instanceof u.gl?f.problems:[]
if(p?.code==="registry/denied"){if(d===undefined)return[h,g]
if(f instanceof u.gl&&f.status===403)return[h,g,...await rightsChecks(e,n,c,o)]
return[h,{...toFailure(g.id,p),found:`${e} rejects the stored login`}]}if(p!==undefined)return[toFailure(m,p),g]
return[{id:m,state:"failed",found:f.message,fix:"check the name, and that this machine can reach it"},g]}async function rightsChecks(e,n,t,r){const o=await Promise.all(n.map(async e=>{const n=await t.checkPush(e).catch(e=>e)
const[r]=n instanceof u.gl?n.problems:[]
const o=r?.why??n?.message
return n===undefined?[]:[{repository:(0,d.F2)(e).repository,why:o,fix:r?.fix}]}))
r.throwIfAborted()
const s=`rights:${e}`
const a=Map.groupBy(o.flat(),({why:e,fix:n})=>JSON.stringify([e,n]))
if(a.size===0){const t=n.length===1?"the one repository":`all ${n.length} repositories`
return[{id:s,state:"good",found:`${t} of ${e} can be pushed to`}]}return[...a.values()].map(e=>{const[{why:n,fix:t}={}]=e
const r=e.map(({repository:e})=>e)
const o=r.length>f?` and ${r.length-f} more`:""
const a=`cannot push to ${r.slice(0,f).join(", ")}${o}`
return{id:s,state:"failed",found:a,...(0,i.s)({why:n,fix:t})}})}const f=10
function loginCheck(e,n){const t=`login:${e}`
if(n instanceof Error)return{id:t,state:"failed",found:`cannot read the login for ${e}`,why:n.message,fix:`docker logout ${e}; docker login ${e}`}
if(n!==undefined)return{id:t,state:"good",found:`login for ${e}`}
if(/^(?:localhost|127\.|\[::1\])/.test(e))return{id:t,state:"good",found:`${e} is this machine and needs no login`}
return{id:t,state:"warning",found:`no login for ${e}`,why:"most registries require a login to push",fix:`docker login ${e}`}}function toFailure(e,{message:n,why:t,fix:r}){return{id:e,state:"failed",found:n,...(0,i.s)({why:t,fix:r})}}const m=2e4
async function doctor(e,n){const t=await readCatalog(e,n)
const r=[...new Set("services"in t?t.services.flatMap(e=>e.platforms):["linux/arm64"])]
const[o,s]=await Promise.all([gitCheck(e,n),inspectWithTimeout(e,n)])
const[i,a]=await Promise.all(["services"in t?checkRegistries(t,n):[],diskCheck(s.root,e.minDisk,n)])
const c="services"in t?catalogCheck(t,e):t
const u=[nodeCheck(),o,...engineChecks(s.engine,r),c,...i,a]
return{kind:"lucid.doctor",version:1,checks:u}}const good=(e,n)=>({id:e,state:"good",found:n})
const skipped=(e,n)=>({id:e,state:"skipped",found:n})
const failed=(e,{message:n,why:t,fix:r},o="failed")=>({...{id:e,state:o,found:n},...(0,i.s)({why:t,fix:r})})
function nodeCheck(){const{node:e}=process.versions
if(Number.parseInt(e,10)>=24)return good("node",`Node ${e}`)
return failed("node",{message:`Node ${e} is too old`,fix:"install Node 24 or newer (https://nodejs.org)"})}async function gitCheck({catalog:e},{exec:n,cwd:t,signal:r}){const s={cwd:o.dirname(o.resolve(t,e)),signal:r}
const run=e=>n(["git","-c","safe.directory=*",...e],s).catch(()=>undefined)
const i=(await run(["--version"]))?.stdout.trim().replace(/^git version /,"")
if(i===undefined)return failed("git",{message:"there is no git command",why:"image tags and dates come from commits",fix:"install the package git"})
const a=await run(["rev-parse","--is-shallow-repository"])
if(a?.exitCode!==0)return failed("git",{message:`git ${i}, but this folder is not a repository`,why:"without a commit, images get no tag with a commit",fix:"git init && git add . && git commit"},"warning")
if(a.stdout.trim()==="true")return failed("git",{message:`git ${i}, but the clone is shallow`,why:"the newer of two commits is not always known",fix:"run git fetch --unshallow; in a workflow, set fetch-depth: 0"},"warning")
const c=await run(["rev-parse","--verify","--quiet","HEAD"])
if(c?.exitCode===0)return good("git",`git ${i}`)
return failed("git",{message:`git ${i}, but there is no commit`,fix:"git add . && git commit"},"warning")}async function inspectWithTimeout(e,{docker:n,signal:t}){const r=AbortSignal.any([t,AbortSignal.timeout(m)])
const o=e.builder===undefined?{}:{builder:e.builder}
try{const e=await(0,s.P7)(n,{...o,signal:r})
if(e.server===undefined)return{engine:e}
const t=await n(["info","--format","{{.DockerRootDir}}"],{signal:r}).catch(()=>undefined)
const i=t?.stdout.trim()
return{engine:e,...i&&{root:i}}}catch(e){t.throwIfAborted()
if(!r.aborted)throw e
return{engine:{containerdStore:false,unreachable:`docker did not respond within ${m/1e3} s`}}}}function engineChecks(e,n){const[t]=(0,s.p7)(e,{})
const r=["image-store","buildx","compose",...n.map(e=>`platform:${e}`)]
if(t!==undefined&&e.server===undefined)return[failed("engine",t),...r.map(e=>skipped(e,"not checked without an engine"))]
const o=(0,s.p7)(e,{build:true}).filter(({code:e})=>e!==t?.code)
const check=(e,n,t,r)=>{const o=t.find(({code:e})=>n.test(e))
return o===undefined?good(e,r):failed(e,o)}
const{builder:i}=e
const a=e.containerdStore?"containerd image store":`builder ${i?.name} (${i?.driver}) has its own store`
const c=(0,s.p7)(e,{smoke:true})
return[t===undefined?good("engine",`Docker Engine ${e.server}, ${e.native}`):failed("engine",t),check("image-store",/image-store/,o,a),check("buildx",/buildx|builder/,o,`buildx ${e.buildx}, builder ${i?.name??"unknown"}`),check("compose",/compose/,c,`Compose ${e.compose}`),...n.map(n=>platformCheck(n,e))]}function platformCheck(e,n){const t=`platform:${e}`
const{native:r,builder:o}=n
const i=o?.platforms.length?o.platforms:r===undefined?[]:[r]
if((0,s.Q2)(i,e))return good(t,r!==undefined&&(0,s.Q2)([r],e)?`${e}, natively`:`${e}, emulated`)
const a=(0,s.p7)({...n,server:n.server??"999.0.0"},{platforms:[e]}).find(({code:e})=>e==="engine/platform")
return a===undefined?skipped(t,"unknown without a working engine"):failed(t,a)}async function readCatalog(e,n){try{return await(0,c.O_)(e,n)}catch(n){if(!(n instanceof a.yo))throw n
const[t]=n.problems
if(t?.code==="catalog/unreadable")return{id:"catalog",state:"warning",found:`${e.catalog} does not exist`,fix:"run lucid init to create one; without it, doctor checks linux/arm64 and no registry"}
const r=n.problems.length
return{id:"catalog",state:"failed",found:`${e.catalog} has ${r} mistake${r===1?"":"s"}`,...t&&{why:t.message},fix:"run lucid lint to list them"}}}function catalogCheck({services:e,planned:n},{catalog:t}){const r=e.filter(({problems:e})=>e!==undefined)
const o=`${t}: ${e.length} service${e.length===1?"":"s"}${n.length>0?`, ${n.length} planned`:""}`
if(r.length===0)return good("catalog",o)
const s=`${r.map(({name:e})=>e).join(", ")} cannot be built`
return{id:"catalog",state:"failed",found:o,why:s,fix:"run lucid lint to see why"}}const g=1e9
async function diskCheck(e,n,{cwd:t}){const o=e===undefined?undefined:await(0,r.statfs)(e).catch(()=>undefined)
const s=o??await(0,r.statfs)(t).catch(()=>undefined)
if(s===undefined)return skipped("disk","the free space is unknown here")
const i=o===undefined?t:e??t
const a=s.bavail*s.bsize/g
const c=s.files>0&&s.ffree/s.files<.02
const u=`${a.toFixed(1)} GB free in ${i}`
if(a>=n&&!c)return good("disk",u)
const d=c?"less than 2 % of the inodes are free":`less than ${n} GB (--min-disk)`
const l="run docker system df to see what uses the space; docker builder prune and docker image prune --all free unused space"
return{id:"disk",state:"failed",found:u,why:d,fix:l}}}),68261:((e,n,t)=>{t.d(n,{Ov:()=>sanitizeLogLine,X$:()=>sanitizeLines,Xe:()=>sanitizeLogLines,g$:()=>sanitizeLine,jZ:()=>sanitizeText})
const r=/\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g
const o=/[\p{Cc}\p{Bidi_Control}]+/gu
function sanitizeText(e){return e.replace(r,"").replace(o,e=>e.replace(/[^\t\n]/gu,""))}function sanitizeLine(e){return e.replace(r,"").replace(o," ")}function sanitizeLines(e){return e.split(/\r?\n/).map(e=>sanitizeLine(e).trimEnd())}const s=/[\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff]/g
function sanitizeLogLine(e,n=500){const t=sanitizeText(e).replace(/[\t\n]/g,e=>e==="\t"?" ":"").replace(s,"").replace(/^(\s*):(?=:)/,"$1: ").replaceAll("##[","## [")
return t.length>n?`${t.slice(0,n)} ... (${t.length-n} more)`:t}function sanitizeLogLines(e,n=500){return e.split(/\r\n|\n|\r/).map(e=>sanitizeLogLine(e,n)).filter(e=>e.trim()!=="")}})}
