export const id=4782
export const ids=[4782]
export const modules={96273:((e,n,t)=>{t.d(n,{Pd:()=>readConfigField,c7:()=>defaultEngineAddress,vg:()=>configFolder,yt:()=>proxyArgs})
var r=t(51455)
var o=t(48161)
var i=t(76760)
var s=t(16496)
function configFolder(e){return e.DOCKER_CONFIG||i.join(e.HOME||(0,o.homedir)(),".docker")}async function readConfigField(e,n){const t=await(0,r.readFile)(i.join(configFolder(e),"config.json"),"utf8").catch(()=>"")
return(0,s.Ag)((0,s.qF)(t))?.[n]}async function defaultEngineAddress(e){if(e.DOCKER_HOST)return e.DOCKER_HOST
const n=e.DOCKER_CONTEXT||await readConfigField(e,"currentContext")
if(n&&n!=="default")return undefined
return process.platform==="win32"?"npipe:////./pipe/docker_engine":"unix:///var/run/docker.sock"}async function proxyArgs(e){const n=await readConfigField(e,"proxies")
const t=new Set(Object.values((0,s.Ag)(n)??{}).flatMap(e=>Object.keys((0,s.Ag)(e)??{})))
return Object.entries(a).flatMap(([e,n])=>t.has(e)?[n]:[])}const a={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}}),85177:((e,n,t)=>{t.d(n,{pV:()=>githubRun,ut:()=>runLink,Vp:()=>runUrl})
var r=t(51455)
var o=t(39893)
var i=t(85465)
var s=t(16496)
const a=[...["branch_protection_rule","check_run","check_suite","discussion","discussion_comment","fork","gollum"],...["image_version","issue_comment","issues","label","milestone","page_build","public","repository_dispatch"],...["status","watch"]]
const c=["create","deployment","deployment_status","release","workflow_dispatch"]
const u="leave out `ref` and `repository` of actions/checkout, or start the workflow on what is checked out"
function readGitHubEvent(e,n){const{GITHUB_EVENT_NAME:t="",GITHUB_REF:r="",GITHUB_SHA:o}=e
switch(t){case"push":{const e=(0,s.E3)(n.ref)??r
const t=unique((0,s.E3)(n.after),(0,s.E3)(readFields(n.head_commit).id),o)
const i=infoOf("`push`",atRef(e,t,{kind:"push",base:n.base_ref}),u)
return n.deleted===true?{...i,deleted:shortRef(e)}:i}case"delete":return{...infoOf("`delete`",[],u),deleted:`${n.ref_type==="tag"?"git tag":"branch"} ${(0,s.E3)(n.ref)}`}
case"pull_request":case"pull_request_review":case"pull_request_review_comment":return infoOf(`\`${t}\``,pull(n,r,o),f)
case"pull_request_target":return infoOf(`\`${t}\``,pull(n,r),d)
case"merge_group":{const e=readFields(n.merge_group)
const t={kind:"merge_group",base:branchOf(e.base_ref)??""}
const i={event:t,commits:unique((0,s.E3)(e.head_sha),o),refs:unique((0,s.E3)(e.head_ref)??r)}
return infoOf("`merge_group`",[i],u)}case"schedule":return infoOf("`schedule`",atRef(r,unique(o),{kind:"schedule"}),u)
case"workflow_run":return workflowRun(n,e)
case"issue_comment":return infoOf("`issue_comment`",[...atRef(r,unique(o)),...commented(n)],u)
case"release":{const e=(0,s.E3)(readFields(n.release).tag_name)
return infoOf("`release`",atRef(e===undefined?r:`refs/tags/${e}`,unique(o)),u)}case"registry_package":return infoOf(`\`${t}\``,atRef(r,[]),u)
default:if(a.includes(t)||c.includes(t))return infoOf(`\`${t}\``,atRef(r,unique(o)),u)
return{claims:[],about:`the event ${JSON.stringify(t)} is unknown`,fix:l}}}const l="start the workflow by push, schedule or workflow_dispatch, or update this action"
const f="leave out `ref` of actions/checkout, or set it to `github.event.pull_request.head.sha`"
const d="use the event pull_request; or set `ref` of actions/checkout to `github.event.pull_request.head.sha`, only if you "+"trust that code: it runs with the rights of this repository"
const p="set `ref` of actions/checkout to `github.event.workflow_run.head_sha`, or start the workflow by a push"
function infoOf(e,n,t){const[r]=n
if(r===undefined)return{claims:n,about:`the event ${e} is about no branch or git tag`,fix:"start the workflow on one"}
const o=r.commits[0]===undefined?"":` at ${r.commits[0].slice(0,12)}`
return{claims:n,about:`the event ${e} is about ${shortEvent(r.event)}${o}`,fix:t}}function atRef(e,n,{kind:t,base:r}={kind:"manual"}){const claim=t=>[{event:t,commits:n,refs:[e]}]
const i=/^refs\/heads\/gh-readonly-queue\/(.+)\/pr-[^/]*$/.exec(e)?.[1]
if(i!==undefined)return claim({kind:"merge_group",base:i})
const[,s,a]=/^refs\/(heads|tags)\/(.+)$/.exec(e)??[]
if(a===undefined)return[]
if(s==="heads")return claim({kind:t,branch:a})
const c=branchOf(r)
return claim({kind:"tag",tag:a,...(0,o.s)({base:c})})}const branchOf=e=>(0,s.E3)(e)?.replace("refs/heads/","")
function pull(e,n,t){const r=readFields(e.pull_request)
const[i,a]=[readFields(r.head),readFields(r.base)]
const c=typeof r.number==="number"?r.number:Number(/^refs\/pull\/(\d+)\//.exec(n)?.[1])
const u=Number.isSafeInteger(c)?c:undefined
const l=(0,s.E3)(i.sha)
const f={kind:"pull_request",...(0,o.s)({number:u}),head:(0,s.E3)(i.ref)??"",base:(0,s.E3)(a.ref)??"",fork:i.repo==null||(0,s.E3)(readFields(i.repo).full_name)!==(0,s.E3)(readFields(a.repo).full_name),...(0,o.s)({headRevision:l})}
return[{event:f,commits:unique(l,(0,s.E3)(r.merge_commit_sha),t),refs:pullRefs(u)}]}const pullRefs=e=>e===undefined?[]:[`refs/pull/${e}/head`,`refs/pull/${e}/merge`]
function commented(e){const{number:n,pull_request:t}=readFields(e.issue)
if(typeof n!=="number"||t==null)return[]
const r={kind:"pull_request",number:n,head:"",base:"",fork:true}
return[{event:r,commits:[],refs:pullRefs(n)}]}function workflowRun(e,{GITHUB_REF:n="",GITHUB_SHA:t}){const r=readFields(e.workflow_run)
const o=readFields(e.repository)
const[i,u,l]=[(0,s.E3)(r.event)??"",(0,s.E3)(r.head_branch),(0,s.E3)(r.head_sha)]
const f=`\`workflow_run\`, after \`${i}\`,`
const d=(0,s.E3)(readFields(r.head_repository).full_name)
const m=d===undefined||d!==(0,s.E3)(o.full_name)
if(m||i.startsWith("pull_request"))return infoOf(f,[pullOfRun(r,m)],p)
if(u===undefined)return infoOf(f,[],p)
const h=u===(0,s.E3)(o.default_branch)
const g=["push","schedule","merge_group","workflow_run",...c,...a].includes(i)
const w=i==="push"?"push":"manual"
const $=u.startsWith("gh-readonly-queue/")
const b=g&&(h||$)?unique(l,n===`refs/heads/${u}`?t:undefined):[]
const v=h||$?[]:atRef(`refs/tags/${u}`,[])
return infoOf(f,[...atRef(`refs/heads/${u}`,b,{kind:w}),...v],p)}function pullOfRun(e,n){const t=(0,s.E3)(e.head_sha)
const r=(Array.isArray(e.pull_requests)?e.pull_requests:[]).map(readFields)
const i=r.filter(({head:e})=>t!==undefined&&readFields(e).sha===t)
const[a]=i.length===1?i:[]
const c=typeof a?.number==="number"?a.number:undefined
const u={...{kind:"pull_request",...(0,o.s)({number:c})},...{head:(0,s.E3)(e.head_branch)??"",base:(0,s.E3)(readFields(a?.base).ref)??"",fork:n},...(0,o.s)({headRevision:t})}
return{event:u,commits:unique(t),refs:pullRefs(c)}}const shortRef=e=>e.replace(/^refs\/heads\//,"branch ").replace(/^refs\/tags\//,"git tag ")
function shortEvent(e){switch(e.kind){case"tag":return`git tag ${e.tag}`
case"pull_request":return e.number===undefined?"a pull request":`pull request ${e.number}`
case"merge_group":return`the merge queue of ${e.base}`
case"commit":return"no branch"
default:return`branch ${e.branch}`}}const unique=(...e)=>[...new Set(e.filter(e=>e!==undefined))]
const readFields=e=>(0,s.Ag)(e)??{}
const m=["pull_request","pull_request_review","pull_request_review_comment"]
async function githubRun(e){if(e.GITHUB_ACTIONS!=="true")return undefined
const n=e.GITHUB_EVENT_PATH
const t=n?await(0,r.readFile)(n,"utf8").catch(()=>"{}"):"{}"
try{return readRun(e,readFields(JSON.parse(t)))}catch(e){if(!(e instanceof SyntaxError))throw e
throw new i.yo({code:"environment/event",message:`the event file of GITHUB_EVENT_PATH is not JSON: ${n}`,why:e.message,fix:"use GitHub's runner, or unset GITHUB_ACTIONS and give `--event` and `--revision`"},{cause:e})}}function readRun(e,n){const t=readFields(n.repository)
const r=readGitHubEvent(e,n)
const i=e.GITHUB_SERVER_URL??"https://github.com"
const a=(0,s.E3)(t.default_branch)
const c=(0,s.E3)(t.html_url)??(e.GITHUB_REPOSITORY?`${i}/${e.GITHUB_REPOSITORY}`:undefined)
const u=e.GITHUB_REPOSITORY_ID??(typeof t.id==="number"?String(t.id):undefined)
const l=u&&`${URL.parse(i)?.host}/${u}`
const f=(0,s.E3)(t.name)
const d=(0,s.E3)(t.description)
const p=(0,s.E3)(readFields(t.license).spdx_id)
const h=r.claims.some(({event:e})=>e.kind==="pull_request"&&e.fork)
return{...r,fromFork:h,readOnly:h&&m.includes(e.GITHUB_EVENT_NAME??""),repository:(0,o.s)({defaultBranch:a,url:c,repositoryId:l,title:f,description:d,licenses:p})}}function runUrl(e){const{GITHUB_SERVER_URL:n,GITHUB_REPOSITORY:t,GITHUB_RUN_ID:r}=e
return n&&t&&r?`${n}/${t}/actions/runs/${r}`:undefined}function runLink(e){const n=Number(e.GITHUB_RUN_ATTEMPT??1)
return(0,o.s)({url:runUrl(e),attempt:n>1?n:undefined})}}),40425:((e,n,t)=>{t.d(n,{FO:()=>exitCodeOf,LL:()=>exitCodeOfError,NS:()=>s,hS:()=>a})
var r=t(63691)
var o=t(40318)
var i=t(85465)
const s={fine:0,failed:1,usage:2,environment:3,interrupted:130}
const a=[{code:s.fine,meaning:"success"},{code:s.failed,meaning:"a failure: of a Dockerfile, a build, a health check, a publication"},{code:s.usage,meaning:"an error on the command line or in the catalog"},{code:s.environment,meaning:"an error of the environment: no engine, no emulation, a registry that does not answer"},{code:s.interrupted,meaning:"interrupted"}]
const c=/^(engine|registry|docker|git|github|network|environment|login)\//
function exitCodeOfError(e){if(!(e instanceof i.yo)||e instanceof o.KQ)return s.failed
return e.problems.some(({code:e})=>c.test(e))?s.environment:s.usage}function exitCodeOf({plan:e,verifyHost:n,doctor:t,...o}){if(t!==undefined)return exitCodeOfDoctor(t)
const i=o.verify?.images.some(({digest:e})=>e===undefined)||n?.images.some(({state:e})=>["absent","old","foreign"].includes(e))
if(i)return s.failed
if(e!==undefined)return codeOf((0,r.ZH)({plan:e,...o}))
const a=new Set(n?.smoke.services.map(({verdict:e})=>e))
return a.has("unhealthy")?s.failed:a.has("unknown")?s.environment:s.fine}function codeOf(e){switch(e.kind){case"failed":return e.unanswered?s.environment:s.failed
case"cancelled":return s.interrupted
case"held":case"planned":case"well":return s.fine
default:return e}}function exitCodeOfDoctor({checks:e}){const n=e.filter(({state:e})=>e==="failed")
if(n.some(({id:e})=>e!=="catalog"))return s.environment
return n.length>0?s.usage:s.fine}}),87096:((e,n,t)=>{t.d(n,{Y:()=>listenForInterrupt})
var r=t(40425)
function listenForInterrupt(e){const n=new AbortController
const t=["SIGINT","SIGTERM"]
const stop=()=>{if(n.signal.aborted)process.exit(r.NS.interrupted)
n.abort()
e("interrupted: cleaning up; press again to exit at once")}
for(const e of t)process.on(e,stop)
return{signal:n.signal,[Symbol.dispose]:()=>{for(const e of t)process.off(e,stop)}}}}),80244:((e,n,t)=>{t.d(n,{og:()=>makeContext,bk:()=>reasonToSkip,Si:()=>runStage})
var r=t(34055)
var o=t(85177)
var i=t(44853)
var s=t(69044)
var a=t(40318)
var c=t(39893)
var u=t(85465)
var l=t(15361)
var f=t(40425)
var d=t(76760)
function relativeProblem(e,n){if(e.at===undefined||/^(document|options)\//.test(e.code))return e
return{...e,at:locationFromHere(e.at,n)}}function locationFromHere(e,n){return{...e,file:fileFromHere(e.file,n)}}function fileFromHere(e,n){const t=(0,d.isAbsolute)(e)||(0,d.normalize)(e)===(0,d.normalize)(n)
return t?e:(0,d.join)((0,d.dirname)(n),e)}function relativeDocuments(e,n){const{plan:t,lint:r,build:o}=e
const problems=e=>e.map(e=>relativeProblem(e,n))
const planned=e=>{const{decision:n}=e
if(n.kind!=="blocked")return e
return{...e,decision:{...n,problems:problems(n.problems)}}}
const built=e=>{const{error:t}=e
return t?.file===undefined?e:{...e,error:{...t,file:fileFromHere(t.file,n)}}}
return{...e,...r&&{lint:{...r,findings:problems(r.findings)}},...t&&{plan:{...t,images:t.images.map(planned)}},...o&&{build:{...o,images:o.images.map(built)}}}}function makeContext(e){const n=(0,r._k)(i.m)
return{...e,exec:i.m,docker:n,env:process.env,cwd:process.cwd(),now:()=>performance.now()}}async function runStage(e,n,t){const r=withLowerCaseRegistry(n,t)
const o=await reasonToSkip(e,t)
if(o!==undefined){const e={kind:"lucid.nothing",version:1,why:o}
return{document:e,documents:{nothingToDo:o},exitCode:f.NS.fine}}const i=t.now()
const s=e==="run"?await start(e,r,t):await(0,l.E)(t.progress,e==="bake"?"plan":e,()=>start(e,r,t))
if(e==="bake"||r.print)return{document:s,documents:{},exitCode:f.NS.fine}
const a={...e==="run"?s:await documentsOf(e,r,s),...e!=="report"&&{durationMs:t.now()-i}}
const c=e==="run"?{kind:"lucid.run",version:1,...s}:e==="report"?a.report:s
const u=relativeDocuments(a,r.catalog)
return{document:c,documents:u,exitCode:exitCodeFor(e,r,a)}}function withLowerCaseRegistry(e,{log:n}){const{registry:t}=e
const r=t&&(0,s.V0)(t)
if(r===t)return e
n(`note: the registry ${t} becomes ${r}, because image names are lower case`)
return{...e,registry:r}}async function start(e,n,r){const{stages:o}=await t.e(1591).then(t.bind(t,33972))
try{if(e==="bake")return await o.build({...n,force:true,print:true},r)
return await o[e](n,r)}catch(e){if(r.signal.reason instanceof a.KQ)throw r.signal.reason
if(!(e instanceof u.yo))throw e
const t=e.problems.map(e=>relativeProblem(e,n.catalog))
throw new u.yo(t,{cause:e})}}async function documentsOf(e,n,t){if(e==="report")return t
if(e!=="verify-host")return{...await planOf(e,n),[e]:t}
const r=t
return{verifyHost:r,smoke:r.smoke}}async function planOf(e,n){if(e==="plan"||e==="lint"||e==="init"||e==="doctor")return{}
const{loadPlanOfRun:r}=await t.e(1591).then(t.bind(t,33972))
return(0,c.s)({plan:await r(n)})}function exitCodeFor(e,n,t){if(e!=="lint")return(0,f.FO)(t)
const r=["error","warning","note"]
const o=t.lint?.findings.some(({severity:e})=>r.indexOf(e)<=r.indexOf(n.failOn))
return o?f.NS.failed:f.NS.fine}const p=["init","doctor","verify-host","bake"]
async function reasonToSkip(e,{env:n}){const t=p.includes(e)?undefined:(await(0,o.pV)(n))?.deleted
return t&&`nothing to do: ${t} was deleted`}}),69044:((e,n,t)=>{t.d(n,{BU:()=>checkTemplate,EV:()=>isRegistryHost,Qv:()=>$,Rr:()=>parsePath,V0:()=>lowerCasePath,if:()=>parseImageName,l5:()=>parseRegistry,o_:()=>parseImageReference,qE:()=>parseServiceName,xQ:()=>nameParser})
var r=t(53123)
var o=t(88153)
var i=t(72484)
var s=t(91736)
const a="[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*"
const c="(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?"
const u=new RegExp(`^${a}(?:/${a})*$`)
const l=new RegExp(`^${c}(?:/${a})*$`)
const f=new RegExp(`^${a}$`)
const d=new RegExp(`^(?:${c}/)?${a}(?:/${a})*(?::[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`)
const p=new Set(["constructor","prototype"])
const m=63
const h=255
const g="a command would read the leading dash as an option"
function parseServiceName(e){const wrong=(n,t='use lower-case letters, digits and "-" between them, as in api-gateway')=>(0,s.Gq)({code:"catalog/name",message:`${(0,i.hD)(e)} cannot be the name of a service`,why:n,fix:t})
if(e.length>m)return wrong(`it is longer than ${m} characters, the limit of a host name`)
if(p.has(e))return wrong("the word is reserved","choose another name")
if(f.test(e))return(0,s.rZ)(e)
if(e.startsWith("-"))return wrong(g)
const n=e.toLowerCase()
if(f.test(n))return wrong(w,`write ${n}`)
return wrong("it becomes part of an image name and a host name")}function nameParser(e,n,t){return r=>{if(r.length<=255&&n.test(r)&&!p.has(r))return(0,s.rZ)(r)
const o=r.startsWith("-")?g:undefined
const a=`${(0,i.hD)(r)} cannot be the name of ${e}`
return(0,s.Gq)({code:"catalog/name",message:a,why:o,fix:`write it as in ${t}`})}}function parseRegistry(e){const wrong=(n,t='write host and port, as in "docker.io" or "127.0.0.1:5000"')=>(0,s.w8)(e,"a registry",{code:"catalog/registry",why:n,fix:t})
if(e.includes("://"))return wrong("a registry has no scheme")
const n=lowerCasePath(e)
if(e!==n&&l.test(n))return wrong(w,`write ${n}`)
if(e.length>h||!l.test(e))return wrong("it is the first part of an image name")
const t=e.split("/",1)[0]??""
if(!isRegistryHost(t))return wrong("without a dot or a port, Docker reads it as a path on Docker Hub")
return(0,s.rZ)(e)}const w="image names are lower case"
function lowerCasePath(e){const n=e.indexOf("/")
return n<0?e:e.slice(0,n)+e.slice(n).toLowerCase()}function isRegistryHost(e){return e.includes(".")||e.includes(":")||e==="localhost"}function parseImageName(e){const wrong=(n,t="write it as in acme/api-gateway")=>(0,s.w8)(e,"an image name",{code:"catalog/image",why:n,fix:t})
const n=e.indexOf("/")
const t=n<0?"":e.slice(0,n)
const r=n>=0&&isRegistryHost(t)
const o=r?e.slice(n+1):e
if(e.length>h)return wrong(`it is longer than ${h} characters`)
if(o.includes("@"))return wrong("a digest cannot be chosen","remove what follows the @")
if(o.includes(":"))return wrong("tags belong under `tags` and `floating`","remove what follows the colon")
const i=o.toLowerCase()
if(o!==i&&u.test(i))return wrong(w,`write ${r?`${t}/`:""}${i}`)
if(!u.test(o))return wrong('only lower-case letters, digits and "/", ".", "_", "-" between them')
if(r&&!l.test(t))return wrong("its first part is not a host")
return(0,s.rZ)(r?{host:t,path:o}:{path:o})}function parseImageReference(e){if(e.length<=h+200&&d.test(e))return(0,s.rZ)(e)
const n=e.startsWith("-")?g:undefined
return(0,s.w8)(e,"an image reference",{code:"catalog/image",why:n,fix:'write it as in "redis:7"'})}const $=["name","phase","project"]
function checkTemplate(e,n=o.VQ){for(const t of(0,o.QC)(e)){if(t.kind==="unclosed")return{code:"catalog/template",message:"a {{ is never closed",fix:"write }} after the name"}
if(t.kind==="text"||t.kind==="name"&&n.includes(t.name))continue
const e=(0,r.h)(t.name,n)
const o=`unknown template ${(0,i.hD)(`{{${t.name}}}`)}`
const s=t.kind==="name"?"its value differs between commits, but a name must not":undefined
const a=`allowed here: ${n.map(e=>`{{${e}}}`).join(", ")}`
const c=e!==undefined&&s===undefined?`did you mean {{${e}}}?`:a
return{code:"catalog/template",message:o,why:s,fix:c}}return undefined}function parsePath(e){const wrong=(n,t,r="catalog/path")=>(0,s.w8)(e,"a path in this repository",{code:r,why:n,fix:t})
const n="write it relative to the folder of the catalog, as in services/api"
if(e===""||e.trim()!==e)return wrong("it is empty or has leading or trailing spaces",n)
if((0,i.tO)(e)!==undefined||/[\t\n\r]/.test(e))return wrong("it contains a line break or a tab",n)
if(/^[a-z][a-z0-9+.-]*:\/\//i.test(e)||/^git@/.test(e))return wrong("it is a URL",n)
if(e.includes("\\"))return wrong("it contains a backslash","use / as the separator")
if(e.startsWith("/")||e.startsWith("~"))return wrong("it leaves the repository",n,"catalog/outside")
const t=[]
for(const r of e.split("/")){if(r===""||r===".")continue
if(r!=="..")t.push(r)
else if(t.pop()===undefined)return wrong("it leaves the repository",n,"catalog/outside")}if(t[0]?.startsWith("-"))return wrong(g,"rename the folder")
return(0,s.rZ)(t.length===0?".":t.join("/"))}}),88153:((e,n,t)=>{t.d(n,{QC:()=>parseTemplate,VQ:()=>r,ou:()=>fillTemplate})
const r=["name","phase","project","revision","short_revision","date","version"]
const o=new Set(r)
function parseTemplate(e){const n=[]
let t=0
while(t<e.length){const r=e.indexOf("{{",t)
if(r<0)break
if(r>t)n.push({kind:"text",text:e.slice(t,r)})
const o=e.indexOf("}}",r+2)
if(o<0){n.push({kind:"unclosed",text:e.slice(r)})
return n}const i=e.slice(r+2,o).trim()
n.push(isName(i)?{kind:"name",name:i}:{kind:"unknown",name:i})
t=o+2}if(t<e.length)n.push({kind:"text",text:e.slice(t)})
return n}function fillTemplate(e,n){return parseTemplate(e).map(e=>{switch(e.kind){case"text":return e.text
case"name":return n[e.name]??""
case"unknown":throw new TypeError(`unknown template variable {{${e.name}}}`)
case"unclosed":throw new TypeError(`template is never closed: ${e.text}`)
default:return e}}).join("")}function isName(e){return o.has(e)}}),44174:((e,n,t)=>{t.d(n,{A:()=>parseOptions})
var r=t(76760)
var o=t(91736)
var i=t(85465)
var s=t(29799)
var a=t(17912)
function parseOptions(e,{env:n,cwd:t}){const o=[]
const c={}
for(const t of a.fF){const r=t.env&&n[t.env]||t.default
try{c[camelCase(t.name)]=parse(t,e[t.name],r)}catch(e){if(!(e instanceof i.yo))throw e
o.push(...e.problems)}}if(o.length>0)throw new i.yo(o)
const u=c
return{...u,out:u.out?(0,r.resolve)(t,u.out):(0,s.Y6)(n,(0,r.resolve)(t,u.catalog))}}function camelCase(e){return e.replace(/-(.)/g,(e,n)=>n.toUpperCase())}function parse(e,n,t){const r=typeof n==="string"&&n.trim()===""||Array.isArray(n)&&n.every(e=>e.trim()==="")
if(r&&e.refuseBlank)throw invalidOption(e,"the value is empty",{why:"an empty value would select everything; GitHub empties job outputs that may contain a secret",fix:`omit it for the default (${e.default}), or check the job output that it comes from`})
const o=n===undefined||r?t:n
return c[e.kind](e,o===e.none?undefined:o)}const c={string:single((e,n)=>n),path:single((e,n)=>n),flag:(e,n)=>typeof n==="boolean"?n:single(parseFlag)(e,n)??false,list:(e,n)=>toList(n,/[,\n]/),lines:(e,n)=>toList(n,/\n/),number:single(parseNumber),duration:single(parseDurationOption),choice:single((e,n)=>{if(e.choices?.includes(n))return n
throw invalidOption(e,`invalid value "${n}"`,{fix:`use one of ${e.choices?.join(", ")}`})}),pairs:(e,n)=>new Map(toList(n,/[,\n]/).map(n=>parsePair(e,n))),event:single((e,n)=>{const t=parseEvent(n)
if(t!==undefined)return t
const r="push:<branch>, tag:<tag>, pull_request:<number>, merge_group:<base>, schedule:<branch>, manual"
throw invalidOption(e,`invalid event "${n}"`,{fix:`use one of ${r}`})})}
function single(e){return(n,t)=>{const r=typeof t==="string"?t:Array.isArray(t)?t.at(-1):undefined
return r===undefined?undefined:e(n,r)}}function toList(e,n){const t=typeof e==="string"?[e]:Array.isArray(e)?e:[]
return t.flatMap(e=>e.split(n)).map(e=>e.trim()).filter(e=>e!=="")}function parseFlag(e,n){if(/^(true|True|TRUE)$/.test(n.trim()))return true
if(/^(false|False|FALSE)$/.test(n.trim()))return false
throw invalidOption(e,`"${n.trim()}" is neither true nor false`)}function parseNumber(e,n){if(/^[1-9]\d{0,5}$/.test(n.trim()))return Number(n)
throw invalidOption(e,`"${n}" is not a whole number of at least 1`)}function parseDurationOption(e,n){const t=(0,o.E9)(n.trim())
if(!t.ok)throw invalidOption(e,`${JSON.stringify(n.trim())} is not a duration of at most a day`,{fix:"for example 58m or 1h30m"})
if(t.value===0)throw invalidOption(e,"the duration must be more than 0")
return t.value}function parsePair(e,n){const t=n.indexOf("=")
if(t>=1&&t<n.length-1)return[n.slice(0,t),n.slice(t+1)]
throw invalidOption(e,`"${n}" is not a key and a value`,{fix:`write ${e.placeholder??"key=value"}`})}function invalidOption(e,n,t={}){return new i.yo({code:"options/value",message:`${e.name}: ${n}`,...t})}function parseEvent(e){const[,n="",,t=""]=/^([^:]*)(:(.*))?$/s.exec(e)??[]
if(n==="manual")return t===""?{kind:n}:{kind:n,branch:t}
if(t==="")return undefined
switch(n){case"push":case"schedule":return{kind:n,branch:t}
case"tag":return{kind:n,tag:t}
case"merge_group":return{kind:n,base:t}
case"pull_request":return/^[1-9]\d*$/.test(t)?{kind:n,number:Number(t),head:"",base:"",fork:true}:undefined
default:return undefined}}}),93651:((e,n,t)=>{t.d(n,{q:()=>conclusion,f:()=>problemText})
var r=t(85465)
var o=t(68261)
var i=t(24280)
var s=t(9851)
var a=t(81067)
var c=t(28332)
var u=t(1764)
var l=t(8073)
var f=t(57107)
var d=t(1669)
var p=t(95010)
const m={good:["green","\u2713"],warning:["yellow","!"],failed:["red","\u2717"],skipped:["dim","-"]}
function doctorText({checks:e},n){const t=Math.max(...e.map(({id:e})=>e.length))
const r=e.flatMap(({id:e,state:r,found:i,why:s,fix:a})=>{const[c,u]=m[r]
const l=[s,a&&`fix: ${a}`].filter(e=>e!==undefined)
return[`${n(c,u)} ${e.padEnd(t)}  ${(0,o.g$)(i)}`,...l.map(e=>`${" ".repeat(t+4)}${(0,o.g$)(e??"")}`)]})
return[...r,"",lastWord(e)].join("\n")}function lastWord(e){const n=e.filter(({state:e})=>e==="failed").length
const t=e.filter(({state:e})=>e==="warning").length
if(n>0)return`${n} to fix${t>0?`, ${t} to check`:""}`
return t>0?`ready, ${t} to check`:"ready"}var h=t(65421)
var g=t(2343)
const w={error:"red",warning:"yellow",note:"dim"}
function findingTable(e,n){const{findings:t,fixed:r}=e
const i=Map.groupBy(t,({at:e})=>e?.file??"")
const s={place:Math.max(0,...t.map(e=>placeOf(e).length)),rule:Math.max(0,...t.map(({code:e})=>e.length))}
return[...r===undefined?[]:[fixedText(r,n),""],...[...i].flatMap(([e,t])=>[n("bold",(0,o.g$)(e)),...t.map(e=>row(e,s,n)),""]),...(0,g.TC)(e).map(e=>n("dim",(0,o.g$)(e))),(0,g.Ph)(e)].join("\n")}const placeOf=({at:e})=>[e?.line,e?.column].filter(e=>e!==undefined).join(":")
function row(e,n,t){const{severity:r,message:i,code:s,fix:a}=e
const c=placeOf(e).padStart(n.place)
const u=`  ${c}  ${t(w[r],r.padEnd(7))}  ${t("dim",s.padEnd(n.rule))}  `
const l=" ".repeat(n.place+n.rule+15)
return`${u}${(0,o.g$)(i)}${a===undefined?"":`\n${l}fix: ${(0,o.g$)(a)}`}`}function fixedText({findings:e,written:n,files:t},r){if(t.length===0)return"nothing to fix"
const o=t.flatMap(({diff:e})=>e.trimEnd().split("\n")).map(e=>coloured(e,r))
const i=n?"fixed":"would be fixed"
return[...o,"",`${(0,h.LS)(e,"finding")} ${i} in ${(0,h.LS)(t.length,"file")}`].join("\n")}function coloured(e,n){const t=(0,o.g$)(e)
if(/^(?:---|\+\+\+) /.test(e))return n("bold",t)
if(e.startsWith("+"))return n("green",t)
return e.startsWith("-")?n("red",t):t}function initText(e,n){const{files:t,services:r,externals:i,left:s,check:a}=e
const c=Math.max(...r.map(({name:e})=>e.length))
const u=r.filter(({planned:e})=>!e)
const l=r.length-u.length
const f=r.map(({name:e,context:t,ports:r,health:i,needs:s,planned:a})=>{if(a)return`  ${e.padEnd(c)}  ${n("dim","planned: its Dockerfile does not exist yet")}`
const u=[t,r.length>0&&`port ${r.join(", ")}`,i,s.length>0&&`needs ${s.join(", ")}`]
return`  ${e.padEnd(c)}  ${(0,o.g$)(u.filter(Boolean).join("  "))}`})
const d=l>0?[`${l} planned`]:[]
const p=i.length>0?`; ${i.join(", ")} beside them`:""
const m=["doctor","lint","plan"].map(e=>n("bold",`lucid ${e}`))
const g=t.find(({state:e})=>e!=="kept")?.path??"lucid.yml"
return[...t.flatMap(({path:e,state:t,text:r})=>t==="shown"?[n("bold",`# ${e}`),r??""]:[t==="written"?`${n("green","\u2713")} ${e} written`:`${n("yellow","-")} ${e} exists and was not changed`]),"",n("bold",`${[`${(0,h.LS)(u.length,"image")} to build`,...d].join(", ")}${p}`),...f,...s.length>0?["",n("bold","Left out"),...s.map(({file:e,why:n})=>`  ${(0,o.g$)(e)}: ${(0,o.g$)(n)}`)]:[],...a.length>0?["",n("bold","To check"),...a.map(e=>`  ${n("yellow","?")} ${(0,o.g$)(e)}`)]:[],"",`Comments in ${g} mark guesses. Next: ${m.join(", ")}.`].join("\n")}function conclusion(e,n,t){const{plan:r,lint:o,verify:i,report:s,smoke:a,verifyHost:l,init:d,doctor:p,nothingToDo:m}=e
const h=[m,d&&initText(d,n),p&&doctorText(p,n),o&&findingTable(o,n),l&&(0,u.g)(l).map(e=>marked(e,n)).join("\n"),a&&tried(a,n),r&&table({...e,plan:r},n,t),r&&blockedText({...e,plan:r},n),r&&warning((0,f.pL)(r.source),n),r?.remarks?.map(e=>remarkText(e,n)).join("\n"),r&&checksText({...e,plan:r},n),i&&(0,c.h)(i),s&&files(s.files)]
return h.filter(e=>e!==undefined).join("\n\n")}function table(e,n,t){const r=(0,a.h)(e)
const o=(0,p.ed)(r,t,(0,s.r)(e)?"plan":"run").split("\n")
const[c="",...u]=o
const d=u.map(e=>e.replaceAll("\u2713",n("green","\u2713")).replaceAll("\u2717",n("red","\u2717")))
const{estimate:m,inputs:h=[]}=e.plan
return[...h.flatMap(e=>[(0,l.l)(e,e=>n("bold",e)),""]),...r.length>0?[n("bold",c),...d,""]:[],(0,i.Pl)(e,r),...(0,s.r)(e)&&m!==undefined&&r.length>0?[(0,f.eG)(m)]:[]].join("\n")}const marked=(e,n)=>e.replace("\u2713",n("green","\u2713")).replace("\u2717",n("red","\u2717"))
function tried(e,n){const t=(0,d.zv)(e).map(e=>marked(e,n))
return t.length===0?undefined:t.join("\n")}function warning(e,n){return e&&`${n("yellow","warning")} ${(0,o.g$)(e)}`}function checksText(e,n){const t=(0,c.T)(e).map(({level:e,text:t})=>{const r=e==="warning"?n("yellow","warning"):n("red","error")
return`${r} ${(0,o.g$)(t)}`})
return t.length===0?undefined:t.join("\n")}function remarkText(e,n){const t=e.severity==="warning"?n("yellow","warning:"):"note:"
return`${t} ${(0,o.X$)((0,r.Vw)(e)).join("\n")}`}function blockedText({plan:e,build:n},t){if(n!==undefined)return undefined
const r=e.images.flatMap(({decision:e})=>e.kind==="blocked"?e.problems:[])
const o=Map.groupBy(r,({code:e,at:n,message:t,why:r,fix:o})=>JSON.stringify(r===undefined||o===undefined?[n,t]:[e,r,o]))
const i=[...o.values()].flatMap(([e,...n])=>{const t=new Set(n.map(({message:e})=>e).filter(n=>n!==e?.message)).size
if(e===undefined)return[]
return[t===0?e:{...e,message:`${e.message} (and ${t} more of this kind)`}]})
return i.length===0?undefined:problemText(i,t)}function files(e){return Object.entries(e).map(([e,n])=>`${e}: ${n}`).join("\n")}function problemText(e,n){return e.map(e=>`${n("red","error:")} ${(0,o.X$)((0,r.Vw)(e)).join("\n")}`).join("\n")}}),1764:((e,n,t)=>{t.d(n,{L:()=>hostSummary,g:()=>hostLines})
var r=t(65421)
var o=t(68261)
var i=t(35771)
var s=t(1669)
function hostLines({host:e,images:n}){return[`host ${e.name}: Docker ${e.engine}, ${e.platform}`,...n.map(e=>(0,o.g$)(line(e)))]}function hostSummary(e){const n=[...hostLines(e),"",...(0,s.zv)(e.smoke)].map(e=>`    ${e}`)
return`### Published images on ${(0,i.p7)(e.host.name)}\n\n${n.join("\n")}\n`}function line({state:e,ref:n,here:t,published:r,foreign:o=""}){switch(e){case"present":return`\u2713 Present: ${n} ${about(t)}`
case"old":return`\u2717 Old: ${n} is ${about(t)}; published is ${about(r)}`
case"absent":return`\u2717 Absent: ${n}; published is ${about(r)}`
case"foreign":return`\u2717 Not ours: ${n}: ${o}`
case"unpublished":return`- Not published: ${n}${t===undefined?"":`; here is ${about(t)}`}`}}function about(e){if(e===undefined)return"unknown"
const{digest:n,revision:t,created:o}=e
const i=[t?.slice(0,12),o?.slice(0,10)].filter(Boolean).join(", ")
return`${(0,r.VK)(n)}${i===""?"":` (${i})`}`}}),68261:((e,n,t)=>{t.d(n,{Ov:()=>sanitizeLogLine,X$:()=>sanitizeLines,Xe:()=>sanitizeLogLines,g$:()=>sanitizeLine,jZ:()=>sanitizeText})
const r=/\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g
const o=/[\p{Cc}\p{Bidi_Control}]+/gu
function sanitizeText(e){return e.replace(r,"").replace(o,e=>e.replace(/[^\t\n]/gu,""))}function sanitizeLine(e){return e.replace(r,"").replace(o," ")}function sanitizeLines(e){return e.split(/\r?\n/).map(e=>sanitizeLine(e).trimEnd())}const i=/[\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff]/g
function sanitizeLogLine(e,n=500){const t=sanitizeText(e).replace(/[\t\n]/g,e=>e==="\t"?" ":"").replace(i,"").replace(/^(\s*):(?=:)/,"$1: ").replaceAll("##[","## [")
return t.length>n?`${t.slice(0,n)} ... (${t.length-n} more)`:t}function sanitizeLogLines(e,n=500){return e.split(/\r\n|\n|\r/).map(e=>sanitizeLogLine(e,n)).filter(e=>e.trim()!=="")}})}
