export const id=9459
export const ids=[9459]
export const modules={45364:((e,n,t)=>{t.d(n,{VH:()=>usualAddress,tw:()=>configured,vg:()=>configFolder,yt:()=>proxyArgs})
var r=t(51455)
var o=t(48161)
var s=t(76760)
function configFolder(e){return e.DOCKER_CONFIG||s.join(e.HOME||(0,o.homedir)(),".docker")}async function configured(e,n){try{const t=JSON.parse(await(0,r.readFile)(s.join(configFolder(e),"config.json"),"utf8"))
return t?.[n]}catch{return undefined}}async function usualAddress(e){if(e.DOCKER_HOST)return e.DOCKER_HOST
const n=e.DOCKER_CONTEXT||await configured(e,"currentContext")
if(n&&n!=="default")return undefined
return process.platform==="win32"?"npipe:////./pipe/docker_engine":"unix:///var/run/docker.sock"}async function proxyArgs(e){const n=await configured(e,"proxies")
const t=typeof n==="object"&&n!==null?Object.values(n):[]
const r=new Set(t.flatMap(e=>typeof e==="object"&&e!==null?Object.keys(e):[]))
return Object.entries(i).flatMap(([e,n])=>r.has(e)?[n]:[])}const i={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}}),56008:((e,n,t)=>{t.d(n,{Vw:()=>formatProblem,j$:()=>formatLocation,yo:()=>UserError})
function formatLocation({file:e,line:n,column:t}){return[e,n,t].filter(e=>e!==undefined).join(":")}function formatProblem({at:e,message:n,why:t,fix:r,code:o}){const s=e===undefined?"":`${formatLocation(e)}: `
const i=[t,r&&`fix: ${r}`].filter(Boolean).map(e=>`\n    ${e}`)
return`${s}${n} [${o}]${i.join("")}`}class UserError extends Error{name="UserError"
problems
constructor(e,n){const t=Array.isArray(e)?e:[e]
super(t.map(formatProblem).join("\n"),n)
this.problems=t}}}),37432:((e,n,t)=>{t.d(n,{p:()=>githubRun})
var r=t(51455)
var o=t(56008)
const s=[...["branch_protection_rule","check_run","check_suite","discussion","discussion_comment","fork","gollum"],...["image_version","issue_comment","issues","label","milestone","page_build","public","repository_dispatch"],...["status","watch"]]
const i=["create","deployment","deployment_status","release","workflow_dispatch"]
const a="leave out `ref` and `repository` of actions/checkout, or start the workflow on what is checked out"
function readEvent(e,n){const{GITHUB_EVENT_NAME:t="",GITHUB_REF:r="",GITHUB_SHA:o}=e
switch(t){case"push":{const e=events_text(n.ref)??r
const t=present(events_text(n.after),events_text(toObject(n.head_commit).id),o)
const s=reading("`push`",atRef(e,t,{kind:"push",base:n.base_ref}),a)
return n.deleted===true?{...s,deleted:shortRef(e)}:s}case"delete":return{...reading("`delete`",[],a),deleted:`${n.ref_type==="tag"?"git tag":"branch"} ${events_text(n.ref)}`}
case"pull_request":case"pull_request_review":case"pull_request_review_comment":return reading(`\`${t}\``,pull(n,r,o),c)
case"pull_request_target":return reading(`\`${t}\``,pull(n,r),l)
case"merge_group":{const e=toObject(n.merge_group)
const t={kind:"merge_group",base:branchOf(e.base_ref)??""}
const s={event:t,commits:present(events_text(e.head_sha),o),refs:present(events_text(e.head_ref)??r)}
return reading("`merge_group`",[s],a)}case"schedule":return reading("`schedule`",atRef(r,present(o),{kind:"schedule"}),a)
case"workflow_run":return workflowRun(n,e)
case"issue_comment":return reading("`issue_comment`",[...atRef(r,present(o)),...commented(n)],a)
case"release":{const e=events_text(toObject(n.release).tag_name)
return reading("`release`",atRef(e===undefined?r:`refs/tags/${e}`,present(o)),a)}case"registry_package":return reading(`\`${t}\``,atRef(r,[]),a)
default:if(s.includes(t)||i.includes(t))return reading(`\`${t}\``,atRef(r,present(o)),a)
return{claims:[],about:`nothing is known of the event ${JSON.stringify(t)}`,fix:u}}}const u="start the workflow by push, schedule or workflow_dispatch; a newer version may know this event"
const c="leave out `ref` of actions/checkout, or set it to `github.event.pull_request.head.sha`"
const l="use the event pull_request; or set `ref` of actions/checkout to `github.event.pull_request.head.sha`, only if you trust that code: it runs with the rights of this repository"
const d="set `ref` of actions/checkout to `github.event.workflow_run.head_sha`, or start the workflow by a push"
function reading(e,n,t){const[r]=n
if(r===undefined)return{claims:n,about:`the event ${e} is about no branch or git tag`,fix:"start the workflow on one"}
const o=r.commits[0]===undefined?"":` at ${r.commits[0].slice(0,12)}`
return{claims:n,about:`the event ${e} is about ${shortEvent(r.event)}${o}`,fix:t}}function atRef(e,n,{kind:t,base:r}={kind:"manual"}){const claim=t=>[{event:t,commits:n,refs:[e]}]
const o=/^refs\/heads\/gh-readonly-queue\/(.+)\/pr-[^/]*$/.exec(e)?.[1]
if(o!==undefined)return claim({kind:"merge_group",base:o})
const[,s,i]=/^refs\/(heads|tags)\/(.+)$/.exec(e)??[]
if(i===undefined)return[]
if(s==="heads")return claim({kind:t,branch:i})
const a=branchOf(r)
return claim({kind:"tag",tag:i,...a!==undefined&&{base:a}})}const branchOf=e=>events_text(e)?.replace("refs/heads/","")
function pull(e,n,t){const r=toObject(e.pull_request)
const[o,s]=[toObject(r.head),toObject(r.base)]
const i=typeof r.number==="number"?r.number:Number(/^refs\/pull\/(\d+)\//.exec(n)?.[1])
const a=Number.isSafeInteger(i)?i:undefined
const u=events_text(o.sha)
const c={kind:"pull_request",...a!==undefined&&{number:a},head:events_text(o.ref)??"",base:events_text(s.ref)??"",fork:o.repo==null||events_text(toObject(o.repo).full_name)!==events_text(toObject(s.repo).full_name),...u!==undefined&&{headRevision:u}}
return[{event:c,commits:present(u,events_text(r.merge_commit_sha),t),refs:pullRefs(a)}]}const pullRefs=e=>e===undefined?[]:[`refs/pull/${e}/head`,`refs/pull/${e}/merge`]
function commented(e){const{number:n,pull_request:t}=toObject(e.issue)
if(typeof n!=="number"||t==null)return[]
const r={kind:"pull_request",number:n,head:"",base:"",fork:true}
return[{event:r,commits:[],refs:pullRefs(n)}]}function workflowRun(e,{GITHUB_REF:n="",GITHUB_SHA:t}){const r=toObject(e.workflow_run)
const o=toObject(e.repository)
const[a,u,c]=[events_text(r.event)??"",events_text(r.head_branch),events_text(r.head_sha)]
const l=`\`workflow_run\`, after \`${a}\`,`
const f=events_text(toObject(r.head_repository).full_name)
const p=f===undefined||f!==events_text(o.full_name)
if(p||a.startsWith("pull_request"))return reading(l,[pullOfRun(r,p)],d)
if(u===undefined)return reading(l,[],d)
const m=u===events_text(o.default_branch)
const h=["push","schedule","merge_group","workflow_run",...i,...s].includes(a)
const g=a==="push"?"push":"manual"
const b=u.startsWith("gh-readonly-queue/")
const w=h&&(m||b)?present(c,n===`refs/heads/${u}`?t:undefined):[]
const $=m||b?[]:atRef(`refs/tags/${u}`,[])
return reading(l,[...atRef(`refs/heads/${u}`,w,{kind:g}),...$],d)}function pullOfRun(e,n){const t=events_text(e.head_sha)
const r=(Array.isArray(e.pull_requests)?e.pull_requests:[]).map(toObject)
const o=r.filter(({head:e})=>t!==undefined&&toObject(e).sha===t)
const[s]=o.length===1?o:[]
const i=typeof s?.number==="number"?s.number:undefined
const a={...{kind:"pull_request",...i!==undefined&&{number:i}},...{head:events_text(e.head_branch)??"",base:events_text(toObject(s?.base).ref)??"",fork:n},...t!==undefined&&{headRevision:t}}
return{event:a,commits:present(t),refs:pullRefs(i)}}const shortRef=e=>e.replace(/^refs\/heads\//,"branch ").replace(/^refs\/tags\//,"git tag ")
function shortEvent(e){switch(e.kind){case"tag":return`git tag ${e.tag}`
case"pull_request":return e.number===undefined?"a pull request":`pull request ${e.number}`
case"merge_group":return`the merge queue of ${e.base}`
case"commit":return"no branch"
default:return`branch ${e.branch}`}}const present=(...e)=>[...new Set(e.filter(e=>e!==undefined))]
const toObject=e=>typeof e==="object"&&e!==null?e:{}
const events_text=e=>typeof e==="string"&&e!==""?e:undefined
const f=["pull_request","pull_request_review","pull_request_review_comment"]
async function githubRun(e){if(e.GITHUB_ACTIONS!=="true")return undefined
const n=e.GITHUB_EVENT_PATH
const t=n?await(0,r.readFile)(n,"utf8").catch(()=>"{}"):"{}"
try{return readRun(e,toObject(JSON.parse(t)))}catch(e){if(!(e instanceof SyntaxError))throw e
throw new o.yo({code:"environment/event",message:`the event file that GITHUB_EVENT_PATH names is not JSON: ${n}`,why:e.message,fix:"run it on GitHub's own runner, or elsewhere without GITHUB_ACTIONS and with `--event` and `--revision`"},{cause:e})}}function readRun(e,n){const t=toObject(n.repository)
const r=readEvent(e,n)
const o=e.GITHUB_SERVER_URL??"https://github.com"
const s=events_text(t.default_branch)
const i=events_text(t.html_url)??(e.GITHUB_REPOSITORY&&`${o}/${e.GITHUB_REPOSITORY}`)
const a=events_text(t.name)
const u=events_text(t.description)
const c=events_text(toObject(t.license).spdx_id)
const l=r.claims.some(({event:e})=>e.kind==="pull_request"&&e.fork)
return{...r,fromFork:l,readOnly:l&&f.includes(e.GITHUB_EVENT_NAME??""),repository:{...s&&{defaultBranch:s},...i&&{url:i},...a&&{title:a},...u&&{description:u},...c&&{licenses:c}}}}}),14826:((e,n,t)=>{t.d(n,{q:()=>conclusion,f:()=>problemText})
var r=t(56008)
var o=t(42812)
var s=t(15005)
var i=t(4754)
var a=t(96464)
var u=t(34493)
var c=t(50478)
var l=t(36233)
var d=t(70421)
var f=t(15443)
var p=t(99643)
var m=t(90070)
const h={good:["green","\u2713"],warning:["yellow","!"],failed:["red","\u2717"],skipped:["dim","-"]}
function doctorText({checks:e},n){const t=Math.max(...e.map(({id:e})=>e.length))
const r=e.flatMap(({id:e,state:r,found:s,why:i,fix:a})=>{const[u,c]=h[r]
const l=[i,a&&`fix: ${a}`].filter(e=>e!==undefined)
return[`${n(u,c)} ${e.padEnd(t)}  ${(0,o.Is)(s)}`,...l.map(e=>`${" ".repeat(t+4)}${(0,o.Is)(e??"")}`)]})
return[...r,"",lastWord(e)].join("\n")}function lastWord(e){const n=e.filter(({state:e})=>e==="failed").length
const t=e.filter(({state:e})=>e==="warning").length
if(n>0)return`${n} to mend${t>0?`, ${t} to look at`:""}`
return t>0?`ready, ${t} to look at`:"ready"}var g=t(34514)
var b=t(9179)
const w={error:"red",warning:"yellow",note:"dim"}
function findingTable(e,n){const{findings:t,fixed:r}=e
const s=Map.groupBy(t,({at:e})=>e?.file??"")
const i={place:Math.max(0,...t.map(e=>placeOf(e).length)),rule:Math.max(0,...t.map(({code:e})=>e.length))}
return[...r===undefined?[]:[fixedText(r,n),""],...[...s].flatMap(([e,t])=>[n("bold",(0,o.Is)(e)),...t.map(e=>row(e,i,n)),""]),...(0,g.TC)(e).map(e=>n("dim",(0,o.Is)(e))),(0,g.Ph)(e)].join("\n")}const placeOf=({at:e})=>[e?.line,e?.column].filter(e=>e!==undefined).join(":")
function row(e,n,t){const{severity:r,message:s,code:i,fix:a}=e
const u=placeOf(e).padStart(n.place)
const c=`  ${u}  ${t(w[r],r.padEnd(7))}  ${t("dim",i.padEnd(n.rule))}  `
const l=" ".repeat(n.place+n.rule+15)
return`${c}${(0,o.Is)(s)}${a===undefined?"":`\n${l}fix: ${(0,o.Is)(a)}`}`}function fixedText({findings:e,written:n,files:t},r){if(t.length===0)return"nothing to mend"
const o=t.flatMap(({diff:e})=>e.trimEnd().split("\n")).map(e=>coloured(e,r))
const s=n?"mended":"would be mended"
return[...o,"",`${(0,b.LS)(e,"finding")} ${s} in ${(0,b.LS)(t.length,"file")}`].join("\n")}function coloured(e,n){const t=(0,o.Is)(e)
if(/^(?:---|\+\+\+) /.test(e))return n("bold",t)
if(e.startsWith("+"))return n("green",t)
return e.startsWith("-")?n("red",t):t}function initText(e,n){const{files:t,services:r,externals:s,left:i,check:a}=e
const u=Math.max(...r.map(({name:e})=>e.length))
const c=r.filter(({planned:e})=>!e)
const l=r.length-c.length
const d=r.map(({name:e,context:t,ports:r,health:s,needs:i,planned:a})=>{if(a)return`  ${e.padEnd(u)}  ${n("dim","planned: its Dockerfile is not there yet")}`
const c=[t,r.length>0&&`port ${r.join(", ")}`,s,i.length>0&&`needs ${i.join(", ")}`]
return`  ${e.padEnd(u)}  ${(0,o.Is)(c.filter(Boolean).join("  "))}`})
const f=t.find(({state:e})=>e!=="kept")?.path??"lucid.yml"
return[...t.flatMap(({path:e,state:t,text:r})=>t==="shown"?[n("bold",`# ${e}`),r??""]:[t==="written"?`${n("green","\u2713")} ${e} written`:`${n("yellow","-")} ${e} was there, and is left as it is`]),"",n("bold",`${c.length} image${c.length===1?"":"s"} to build${l>0?`, ${l} planned`:""}${s.length>0?`; ${s.join(", ")} beside them`:""}`),...d,...i.length>0?["",n("bold","Left out"),...i.map(({file:e,why:n})=>`  ${(0,o.Is)(e)}: ${(0,o.Is)(n)}`)]:[],...a.length>0?["",n("bold","To check"),...a.map(e=>`  ${n("yellow","?")} ${(0,o.Is)(e)}`)]:[],"",`What is guessed says so in ${f}. Next: ${n("bold","lucid doctor")}, ${n("bold","lucid lint")}, ${n("bold","lucid plan")}.`].join("\n")}function conclusion(e,n,t){const{plan:r,lint:o,verify:i,report:a,smoke:l,verifyHost:d,init:f,doctor:p,nothingToDo:m}=e
const h=[m,f&&initText(f,n),p&&doctorText(p,n),o&&findingTable(o,n),d&&(0,c.g)(d).map(e=>marked(e,n)).join("\n"),l&&tried(l,n),r&&conclusion_table({...e,plan:r},n,t),r&&warning((0,u.p)(r.source),n),r?.remarks?.map(e=>remarkText(e,n)).join("\n"),r&&checksText({...e,plan:r},n),i&&(0,s.p)(i),a&&files(a.files)]
return h.filter(e=>e!==undefined).join("\n\n")}function conclusion_table(e,n,t){const r=(0,d.h)(e)
const o=(0,m.ed)(r,t,(0,f.rz)(e)?"plan":"run").split("\n")
const[s="",...u]=o
const c=u.map(e=>e.replaceAll("\u2713",n("green","\u2713")).replaceAll("\u2717",n("red","\u2717")))
const{estimate:p,inputs:h=[]}=e.plan
return[...h.flatMap(e=>[(0,l.l)(e,e=>n("bold",e)),""]),...r.length>0?[n("bold",s),...c,""]:[],(0,a.Pl)(e,r),...(0,f.rz)(e)&&p!==undefined&&r.length>0?[(0,i.a)(p)]:[]].join("\n")}const marked=(e,n)=>e.replace("\u2713",n("green","\u2713")).replace("\u2717",n("red","\u2717"))
function tried(e,n){const t=(0,p.zv)(e).map(e=>marked(e,n))
return t.length===0?undefined:t.join("\n")}function warning(e,n){return e&&`${n("yellow","warning")} ${(0,o.Is)(e)}`}function checksText(e,n){const t=(0,s.T)(e).map(({level:e,text:t})=>{const r=e==="warning"?n("yellow","warning"):n("red","error")
return`${r} ${(0,o.Is)(t)}`})
return t.length===0?undefined:t.join("\n")}function remarkText(e,n){const t=e.severity==="warning"?n("yellow","warning:"):"note:"
return`${t} ${(0,o.vL)((0,r.Vw)(e)).join("\n")}`}function files(e){return Object.entries(e).map(([e,n])=>`${e}: ${n}`).join("\n")}function problemText(e,n){return e.map(e=>`${n("red","error:")} ${(0,o.vL)((0,r.Vw)(e)).join("\n")}`).join("\n")}}),11280:((e,n,t)=>{t.d(n,{Y:()=>listenForInterrupt})
var r=t(40641)
function listenForInterrupt(e){const n=new AbortController
const t=["SIGINT","SIGTERM"]
const stop=()=>{if(n.signal.aborted)process.exit(r.NS.interrupted)
n.abort()
e("interrupted: cleaning up; once more to leave at once")}
for(const e of t)process.on(e,stop)
return{signal:n.signal,[Symbol.dispose]:()=>{for(const e of t)process.off(e,stop)}}}}),66056:((e,n,t)=>{t.d(n,{B:()=>makeWorld})
var r=t(47624)
var o=t(49588)
function makeWorld(e){return{...e,exec:o.m,docker:(0,r.OX)(o.m),env:process.env,cwd:process.cwd(),now:()=>performance.now()}}}),61567:((e,n,t)=>{t.d(n,{S:()=>runStage})
var r=t(51455)
var o=t(76760)
var s=t(56008)
var i=t(75284)
var a=t(93186)
var u=t(40641)
function problemFromHere(e,n){if(e.at===undefined||/^(document|options)\//.test(e.code))return e
return{...e,at:locationFromHere(e.at,n)}}function locationFromHere(e,n){return{...e,file:fileFromHere(e.file,n)}}function fileFromHere(e,n){const t=(0,o.isAbsolute)(e)||(0,o.normalize)(e)===(0,o.normalize)(n)
return t?e:(0,o.join)((0,o.dirname)(n),e)}function documentsFromHere(e,n){const{plan:t,lint:r,build:o}=e
return{...e,...r&&{lint:{...r,findings:r.findings.map(e=>problemFromHere(e,n))}},...t&&{plan:{...t,images:t.images.map(e=>e.decision.kind!=="blocked"?e:{...e,decision:{...e.decision,problems:e.decision.problems.map(e=>problemFromHere(e,n))}})}},...o&&{build:{...o,images:o.images.map(e=>e.error?.file===undefined?e:{...e,error:{...e.error,file:fileFromHere(e.error.file,n)}})}}}}async function runStage(e,n,t){const r=await(0,a.w)(e,t)
if(r!==undefined){const e={kind:"lucid.nothing",version:1,why:r}
return{document:e,documents:{nothingToDo:r},exitCode:u.NS.fine}}const o=t.now()
const s=e==="run"?await start(e,n,t):await(0,i.i)(t.progress,e==="bake"?"plan":e,()=>start(e,n,t))
if(e==="bake"||n.print)return{document:s,documents:{},exitCode:u.NS.fine}
const c={...e==="run"?s:await documentsOf(e,n,s),...e!=="report"&&{durationMs:t.now()-o}}
const l=e==="run"?{kind:"lucid.run",version:1,...s}:e==="report"?c.report:s
const d=documentsFromHere(c,n.catalog)
return{document:l,documents:d,exitCode:exitCodeFor(e,n,c)}}async function start(e,n,r){const{stages:o}=await t.e(6629).then(t.bind(t,76629))
try{if(e==="bake")return await o.build({...n,force:true,print:true},r)
return await o[e](n,r)}catch(e){if(!(e instanceof s.yo))throw e
const t=e.problems.map(e=>problemFromHere(e,n.catalog))
throw new s.yo(t,{cause:e})}}async function documentsOf(e,n,t){if(e==="report")return t
if(e!=="verify-host")return{...await planOf(e,n),[e]:t}
const r=t
return{verifyHost:r,smoke:r.smoke}}async function planOf(e,{out:n}){if(e==="plan"||e==="lint"||e==="init"||e==="doctor")return{}
const t=await(0,r.readFile)((0,o.join)(n,"plan.json"),"utf8").catch(()=>undefined)
return t===undefined?{}:{plan:JSON.parse(t)}}function exitCodeFor(e,n,t){if(e==="report")return u.NS.fine
if(e!=="lint")return(0,u.FO)(t)
const r=["error","warning","note"]
const o=t.lint?.findings.some(({severity:e})=>r.indexOf(e)<=r.indexOf(n.failOn))
return o?u.NS.failed:u.NS.fine}}),50478:((e,n,t)=>{t.d(n,{L:()=>hostSummary,g:()=>hostLines})
var r=t(42812)
var o=t(51793)
var s=t(99643)
var i=t(9179)
function hostLines({host:e,images:n}){return[`host ${e.name}: Docker ${e.engine}, ${e.platform}`,...n.map(e=>(0,r.Is)(line(e)))]}function hostSummary(e){const n=[...hostLines(e),"",...(0,s.zv)(e.smoke)].map(e=>`    ${e}`)
return`### Published images on ${(0,o.p7)(e.host.name)}\n\n${n.join("\n")}\n`}function line({state:e,ref:n,here:t,published:r}){switch(e){case"present":return`\u2713 Present: ${n} ${about(t)}`
case"old":return`\u2717 Old: ${n} is ${about(t)}; published is ${about(r)}`
case"absent":return`\u2717 Absent: ${n}; published is ${about(r)}`
case"unpublished":return`- Not published: ${n}${t===undefined?"":`; here is ${about(t)}`}`}}function about(e){if(e===undefined)return"unknown"
const{digest:n,revision:t,created:r}=e
const o=[t?.slice(0,12),r?.slice(0,10)].filter(Boolean).join(", ")
return`${(0,i.VK)(n)}${o===""?"":` (${o})`}`}}),93186:((e,n,t)=>{t.d(n,{w:()=>whyNothing})
var r=t(37432)
const o=["init","doctor","verify-host","bake"]
async function whyNothing(e,{env:n}){const t=o.includes(e)?undefined:(await(0,r.p)(n))?.deleted
return t&&`nothing to do: ${t} was deleted`}})}
