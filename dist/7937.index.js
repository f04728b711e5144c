export const id=7937
export const ids=[7937]
export const modules={96273:((e,n,t)=>{t.d(n,{VH:()=>usualAddress,tw:()=>configured,vg:()=>configFolder,yt:()=>proxyArgs})
var r=t(51455)
var o=t(48161)
var i=t(76760)
function configFolder(e){return e.DOCKER_CONFIG||i.join(e.HOME||(0,o.homedir)(),".docker")}async function configured(e,n){try{const t=JSON.parse(await(0,r.readFile)(i.join(configFolder(e),"config.json"),"utf8"))
return t?.[n]}catch{return undefined}}async function usualAddress(e){if(e.DOCKER_HOST)return e.DOCKER_HOST
const n=e.DOCKER_CONTEXT||await configured(e,"currentContext")
if(n&&n!=="default")return undefined
return process.platform==="win32"?"npipe:////./pipe/docker_engine":"unix:///var/run/docker.sock"}async function proxyArgs(e){const n=await configured(e,"proxies")
const t=typeof n==="object"&&n!==null?Object.values(n):[]
const r=new Set(t.flatMap(e=>typeof e==="object"&&e!==null?Object.keys(e):[]))
return Object.entries(s).flatMap(([e,n])=>r.has(e)?[n]:[])}const s={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}}),85177:((e,n,t)=>{t.d(n,{p:()=>githubRun})
var r=t(51455)
var o=t(85465)
const i=[...["branch_protection_rule","check_run","check_suite","discussion","discussion_comment","fork","gollum"],...["image_version","issue_comment","issues","label","milestone","page_build","public","repository_dispatch"],...["status","watch"]]
const s=["create","deployment","deployment_status","release","workflow_dispatch"]
const a="leave out `ref` and `repository` of actions/checkout, or start the workflow on what is checked out"
function readEvent(e,n){const{GITHUB_EVENT_NAME:t="",GITHUB_REF:r="",GITHUB_SHA:o}=e
switch(t){case"push":{const e=read_event_text(n.ref)??r
const t=present(read_event_text(n.after),read_event_text(toObject(n.head_commit).id),o)
const i=reading("`push`",atRef(e,t,{kind:"push",base:n.base_ref}),a)
return n.deleted===true?{...i,deleted:shortRef(e)}:i}case"delete":return{...reading("`delete`",[],a),deleted:`${n.ref_type==="tag"?"git tag":"branch"} ${read_event_text(n.ref)}`}
case"pull_request":case"pull_request_review":case"pull_request_review_comment":return reading(`\`${t}\``,pull(n,r,o),l)
case"pull_request_target":return reading(`\`${t}\``,pull(n,r),u)
case"merge_group":{const e=toObject(n.merge_group)
const t={kind:"merge_group",base:branchOf(e.base_ref)??""}
const i={event:t,commits:present(read_event_text(e.head_sha),o),refs:present(read_event_text(e.head_ref)??r)}
return reading("`merge_group`",[i],a)}case"schedule":return reading("`schedule`",atRef(r,present(o),{kind:"schedule"}),a)
case"workflow_run":return workflowRun(n,e)
case"issue_comment":return reading("`issue_comment`",[...atRef(r,present(o)),...commented(n)],a)
case"release":{const e=read_event_text(toObject(n.release).tag_name)
return reading("`release`",atRef(e===undefined?r:`refs/tags/${e}`,present(o)),a)}case"registry_package":return reading(`\`${t}\``,atRef(r,[]),a)
default:if(i.includes(t)||s.includes(t))return reading(`\`${t}\``,atRef(r,present(o)),a)
return{claims:[],about:`nothing is known of the event ${JSON.stringify(t)}`,fix:c}}}const c="start the workflow by push, schedule or workflow_dispatch; a newer version may know this event"
const l="leave out `ref` of actions/checkout, or set it to `github.event.pull_request.head.sha`"
const u="use the event pull_request; or set `ref` of actions/checkout to `github.event.pull_request.head.sha`, only if you trust that code: it runs with the rights of this repository"
const d="set `ref` of actions/checkout to `github.event.workflow_run.head_sha`, or start the workflow by a push"
function reading(e,n,t){const[r]=n
if(r===undefined)return{claims:n,about:`the event ${e} is about no branch or git tag`,fix:"start the workflow on one"}
const o=r.commits[0]===undefined?"":` at ${r.commits[0].slice(0,12)}`
return{claims:n,about:`the event ${e} is about ${shortEvent(r.event)}${o}`,fix:t}}function atRef(e,n,{kind:t,base:r}={kind:"manual"}){const claim=t=>[{event:t,commits:n,refs:[e]}]
const o=/^refs\/heads\/gh-readonly-queue\/(.+)\/pr-[^/]*$/.exec(e)?.[1]
if(o!==undefined)return claim({kind:"merge_group",base:o})
const[,i,s]=/^refs\/(heads|tags)\/(.+)$/.exec(e)??[]
if(s===undefined)return[]
if(i==="heads")return claim({kind:t,branch:s})
const a=branchOf(r)
return claim({kind:"tag",tag:s,...a!==undefined&&{base:a}})}const branchOf=e=>read_event_text(e)?.replace("refs/heads/","")
function pull(e,n,t){const r=toObject(e.pull_request)
const[o,i]=[toObject(r.head),toObject(r.base)]
const s=typeof r.number==="number"?r.number:Number(/^refs\/pull\/(\d+)\//.exec(n)?.[1])
const a=Number.isSafeInteger(s)?s:undefined
const c=read_event_text(o.sha)
const l={kind:"pull_request",...a!==undefined&&{number:a},head:read_event_text(o.ref)??"",base:read_event_text(i.ref)??"",fork:o.repo==null||read_event_text(toObject(o.repo).full_name)!==read_event_text(toObject(i.repo).full_name),...c!==undefined&&{headRevision:c}}
return[{event:l,commits:present(c,read_event_text(r.merge_commit_sha),t),refs:pullRefs(a)}]}const pullRefs=e=>e===undefined?[]:[`refs/pull/${e}/head`,`refs/pull/${e}/merge`]
function commented(e){const{number:n,pull_request:t}=toObject(e.issue)
if(typeof n!=="number"||t==null)return[]
const r={kind:"pull_request",number:n,head:"",base:"",fork:true}
return[{event:r,commits:[],refs:pullRefs(n)}]}function workflowRun(e,{GITHUB_REF:n="",GITHUB_SHA:t}){const r=toObject(e.workflow_run)
const o=toObject(e.repository)
const[a,c,l]=[read_event_text(r.event)??"",read_event_text(r.head_branch),read_event_text(r.head_sha)]
const u=`\`workflow_run\`, after \`${a}\`,`
const f=read_event_text(toObject(r.head_repository).full_name)
const h=f===undefined||f!==read_event_text(o.full_name)
if(h||a.startsWith("pull_request"))return reading(u,[pullOfRun(r,h)],d)
if(c===undefined)return reading(u,[],d)
const p=c===read_event_text(o.default_branch)
const m=["push","schedule","merge_group","workflow_run",...s,...i].includes(a)
const g=a==="push"?"push":"manual"
const $=c.startsWith("gh-readonly-queue/")
const b=m&&(p||$)?present(l,n===`refs/heads/${c}`?t:undefined):[]
const w=p||$?[]:atRef(`refs/tags/${c}`,[])
return reading(u,[...atRef(`refs/heads/${c}`,b,{kind:g}),...w],d)}function pullOfRun(e,n){const t=read_event_text(e.head_sha)
const r=(Array.isArray(e.pull_requests)?e.pull_requests:[]).map(toObject)
const o=r.filter(({head:e})=>t!==undefined&&toObject(e).sha===t)
const[i]=o.length===1?o:[]
const s=typeof i?.number==="number"?i.number:undefined
const a={...{kind:"pull_request",...s!==undefined&&{number:s}},...{head:read_event_text(e.head_branch)??"",base:read_event_text(toObject(i?.base).ref)??"",fork:n},...t!==undefined&&{headRevision:t}}
return{event:a,commits:present(t),refs:pullRefs(s)}}const shortRef=e=>e.replace(/^refs\/heads\//,"branch ").replace(/^refs\/tags\//,"git tag ")
function shortEvent(e){switch(e.kind){case"tag":return`git tag ${e.tag}`
case"pull_request":return e.number===undefined?"a pull request":`pull request ${e.number}`
case"merge_group":return`the merge queue of ${e.base}`
case"commit":return"no branch"
default:return`branch ${e.branch}`}}const present=(...e)=>[...new Set(e.filter(e=>e!==undefined))]
const toObject=e=>typeof e==="object"&&e!==null?e:{}
const read_event_text=e=>typeof e==="string"&&e!==""?e:undefined
const f=["pull_request","pull_request_review","pull_request_review_comment"]
async function githubRun(e){if(e.GITHUB_ACTIONS!=="true")return undefined
const n=e.GITHUB_EVENT_PATH
const t=n?await(0,r.readFile)(n,"utf8").catch(()=>"{}"):"{}"
try{return readRun(e,toObject(JSON.parse(t)))}catch(e){if(!(e instanceof SyntaxError))throw e
throw new o.yo({code:"environment/event",message:`the event file that GITHUB_EVENT_PATH names is not JSON: ${n}`,why:e.message,fix:"run it on GitHub's own runner, or elsewhere without GITHUB_ACTIONS and with `--event` and `--revision`"},{cause:e})}}function readRun(e,n){const t=toObject(n.repository)
const r=readEvent(e,n)
const o=e.GITHUB_SERVER_URL??"https://github.com"
const i=read_event_text(t.default_branch)
const s=read_event_text(t.html_url)??(e.GITHUB_REPOSITORY&&`${o}/${e.GITHUB_REPOSITORY}`)
const a=read_event_text(t.name)
const c=read_event_text(t.description)
const l=read_event_text(toObject(t.license).spdx_id)
const u=r.claims.some(({event:e})=>e.kind==="pull_request"&&e.fork)
return{...r,fromFork:u,readOnly:u&&f.includes(e.GITHUB_EVENT_NAME??""),repository:{...i&&{defaultBranch:i},...s&&{url:s},...a&&{title:a},...c&&{description:c},...l&&{licenses:l}}}}}),87096:((e,n,t)=>{t.d(n,{Y:()=>listenForInterrupt})
var r=t(40425)
function listenForInterrupt(e){const n=new AbortController
const t=["SIGINT","SIGTERM"]
const stop=()=>{if(n.signal.aborted)process.exit(r.NS.interrupted)
n.abort()
e("interrupted: cleaning up; once more to leave at once")}
for(const e of t)process.on(e,stop)
return{signal:n.signal,[Symbol.dispose]:()=>{for(const e of t)process.off(e,stop)}}}}),45043:((e,n,t)=>{t.d(n,{B:()=>makeWorld})
var r=t(34055)
var o=t(44853)
function makeWorld(e){return{...e,exec:o.m,docker:(0,r.OX)(o.m),env:process.env,cwd:process.cwd(),now:()=>performance.now()}}}),80244:((e,n,t)=>{t.d(n,{S:()=>runStage})
var r=t(51455)
var o=t(76760)
var i=t(69044)
var s=t(36051)
var a=t(40318)
var c=t(85465)
var l=t(15361)
var u=t(40425)
function problemFromHere(e,n){if(e.at===undefined||/^(document|options)\//.test(e.code))return e
return{...e,at:locationFromHere(e.at,n)}}function locationFromHere(e,n){return{...e,file:fileFromHere(e.file,n)}}function fileFromHere(e,n){const t=(0,o.isAbsolute)(e)||(0,o.normalize)(e)===(0,o.normalize)(n)
return t?e:(0,o.join)((0,o.dirname)(n),e)}function documentsFromHere(e,n){const{plan:t,lint:r,build:o}=e
return{...e,...r&&{lint:{...r,findings:r.findings.map(e=>problemFromHere(e,n))}},...t&&{plan:{...t,images:t.images.map(e=>e.decision.kind!=="blocked"?e:{...e,decision:{...e.decision,problems:e.decision.problems.map(e=>problemFromHere(e,n))}})}},...o&&{build:{...o,images:o.images.map(e=>e.error?.file===undefined?e:{...e,error:{...e.error,file:fileFromHere(e.error.file,n)}})}}}}async function runStage(e,n,t){const r=withLowerCaseRegistry(n,t)
const o=await(0,s.w)(e,t)
if(o!==undefined){const e={kind:"lucid.nothing",version:1,why:o}
return{document:e,documents:{nothingToDo:o},exitCode:u.NS.fine}}const i=t.now()
const a=e==="run"?await start(e,r,t):await(0,l.i)(t.progress,e==="bake"?"plan":e,()=>start(e,r,t))
if(e==="bake"||r.print)return{document:a,documents:{},exitCode:u.NS.fine}
const c={...e==="run"?a:await documentsOf(e,r,a),...e!=="report"&&{durationMs:t.now()-i}}
const d=e==="run"?{kind:"lucid.run",version:1,...a}:e==="report"?c.report:a
const f=documentsFromHere(c,r.catalog)
return{document:d,documents:f,exitCode:exitCodeFor(e,r,c)}}function withLowerCaseRegistry(e,{log:n}){const{registry:t}=e
const r=t&&(0,i.V0)(t)
if(r===t)return e
n(`note: the registry ${t} is used as ${r}, because image names are lower case`)
return{...e,registry:r}}async function start(e,n,r){const{stages:o}=await t.e(3972).then(t.bind(t,33972))
try{if(e==="bake")return await o.build({...n,force:true,print:true},r)
return await o[e](n,r)}catch(e){if(r.signal.reason instanceof a.KQ)throw r.signal.reason
if(!(e instanceof c.yo))throw e
const t=e.problems.map(e=>problemFromHere(e,n.catalog))
throw new c.yo(t,{cause:e})}}async function documentsOf(e,n,t){if(e==="report")return t
if(e!=="verify-host")return{...await planOf(e,n),[e]:t}
const r=t
return{verifyHost:r,smoke:r.smoke}}async function planOf(e,n){if(e==="plan"||e==="lint"||e==="init"||e==="doctor")return{}
const i=(0,o.join)(n.out,"plan.json")
const s=JSON.parse(await(0,r.readFile)(i,"utf8"))
if(n.plan===undefined)return{plan:s}
const{followedPart:a}=await t.e(3972).then(t.bind(t,33972))
return{plan:await a(s,i,n)}}function exitCodeFor(e,n,t){if(e!=="lint")return(0,u.FO)(t)
const r=["error","warning","note"]
const o=t.lint?.findings.some(({severity:e})=>r.indexOf(e)<=r.indexOf(n.failOn))
return o?u.NS.failed:u.NS.fine}}),35771:((e,n,t)=>{t.d(n,{AU:()=>fold,DV:()=>codeBlock,Qj:()=>markdownTable,p7:()=>markdownText,ti:()=>inlineCode})
function markdownText(e){return e.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g," ").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/[\\`*_{}[\]|~]/g,"\\$&").replace(/:\/\//g,"&#58;//").replace(/\bwww\./gi,e=>`${e.slice(0,-1)}&#46;`).trim()}function markdownTable(e,n){const line=e=>`| ${e.join(" | ")} |`
return[line(e.map(e=>e.replace(/:$/,""))),line(e.map(e=>e.endsWith(":")?"---:":"---")),...n.map(line)].join("\n")}function fold(e,n){return`<details><summary>${e}</summary>\n\n${n}\n\n</details>`}function codeBlock(e){return e.flatMap(e=>e.split(/\r\n|[\r\n\u2028\u2029]/)).map(e=>`    ${e.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g,"")}`).join("\n")}function inlineCode(e){return/[`|\u0000-\u001f]/.test(e)?markdownText(e):`\`${e}\``}}),24280:((e,n,t)=>{t.d(n,{Pl:()=>headline,Wr:()=>healthOf,dM:()=>markedHeadline})
var r=t(65421)
var o=t(83386)
var i=t(84919)
var s=t(9851)
var a=t(63691)
const c=["failed","blocked","held","superseded","skipped","cancelled","not part of this release","unknown"]
function headline(e,n){const count=(e,t)=>{const r=n.filter(e).length
return r===0?[]:[`${r} ${t}`]}
const isUnchanged=e=>(e.decision==="unchanged"||e.kept===true)&&e.outcome!=="unknown"&&e.outcome!=="cancelled"
const t=[...n.length===0?["nothing selected"]:[],...healthWords(n),...count(({buildMs:e})=>e!==undefined,"built"),...count(({decision:e,buildMs:n,outcome:t})=>e==="build"&&n===undefined&&t==="planned","to build"),...count(isUnchanged,"unchanged"),...c.flatMap(e=>count(({outcome:n})=>n===e,e)),...jobWords(e,n),...e.durationMs===undefined?[]:[(0,r.p0)(e.durationMs)]]
const o=(0,s.r)(e)||(0,a.ZH)(e,n).color==="red"?0:jobsSaved(e.plan)
return`${t.join(", ")}${o>0?`; ${(0,r.LS)(o,"job")} saved`:""}${heldWords(n)}`}function heldWords(e){const n=new Set(e.flatMap(({outcome:e,problem:n})=>e==="held"&&n?[n]:[]))
const[t]=n
if(t===undefined)return""
return`; ${t}${n.size>1?`, and ${(0,r.LS)(n.size-1,"other cause")} below`:""}`}const l={green:"\u2705",yellow:"\ud83d\udfe1",red:"\u274c"}
const markedHeadline=(e,n)=>`${l[(0,a.ZH)(e,n).color]} ${headline(e,n)}`
function jobWords(e,n){const t=(0,a.ZH)(e,n)
if(t.color!=="red"||n.some(e=>(0,a.HN)(e)==="red"))return[]
return t.kind==="cancelled"?["cancelled"]:[(0,o.Lo)(e)??[]].flat()}function healthOf(e){const n=e.filter(({health:e,passedBefore:n})=>e==="healthy"||n!==undefined).length
const t=e.filter(({health:e})=>e==="unhealthy"||e==="unknown").length
return{healthy:n,tried:n+t}}function healthWords(e){const{healthy:n,tried:t}=healthOf(e)
return t===0?[]:[`${n} of ${t} healthy`]}function jobsSaved({estimate:e}){return e===undefined?0:e.jobEach.jobs-e.matrix.jobs}const headlineOf=e=>headline(e,toRows(e))}),93651:((e,n,t)=>{t.d(n,{q:()=>conclusion,f:()=>problemText})
var r=t(85465)
var o=t(68261)
var i=t(24280)
var s=t(84919)
var a=t(9851)
var c=t(28332)
var l=t(57246)
var u=t(95305)
var d=t(69842)
var f=t(71237)
var h=t(1669)
var p=t(95010)
const m={good:["green","\u2713"],warning:["yellow","!"],failed:["red","\u2717"],skipped:["dim","-"]}
function doctorText({checks:e},n){const t=Math.max(...e.map(({id:e})=>e.length))
const r=e.flatMap(({id:e,state:r,found:i,why:s,fix:a})=>{const[c,l]=m[r]
const u=[s,a&&`fix: ${a}`].filter(e=>e!==undefined)
return[`${n(c,l)} ${e.padEnd(t)}  ${(0,o.Is)(i)}`,...u.map(e=>`${" ".repeat(t+4)}${(0,o.Is)(e??"")}`)]})
return[...r,"",lastWord(e)].join("\n")}function lastWord(e){const n=e.filter(({state:e})=>e==="failed").length
const t=e.filter(({state:e})=>e==="warning").length
if(n>0)return`${n} to mend${t>0?`, ${t} to look at`:""}`
return t>0?`ready, ${t} to look at`:"ready"}var g=t(65421)
var $=t(40414)
const b={error:"red",warning:"yellow",note:"dim"}
function findingTable(e,n){const{findings:t,fixed:r}=e
const i=Map.groupBy(t,({at:e})=>e?.file??"")
const s={place:Math.max(0,...t.map(e=>placeOf(e).length)),rule:Math.max(0,...t.map(({code:e})=>e.length))}
return[...r===undefined?[]:[fixedText(r,n),""],...[...i].flatMap(([e,t])=>[n("bold",(0,o.Is)(e)),...t.map(e=>row(e,s,n)),""]),...(0,$.TC)(e).map(e=>n("dim",(0,o.Is)(e))),(0,$.Ph)(e)].join("\n")}const placeOf=({at:e})=>[e?.line,e?.column].filter(e=>e!==undefined).join(":")
function row(e,n,t){const{severity:r,message:i,code:s,fix:a}=e
const c=placeOf(e).padStart(n.place)
const l=`  ${c}  ${t(b[r],r.padEnd(7))}  ${t("dim",s.padEnd(n.rule))}  `
const u=" ".repeat(n.place+n.rule+15)
return`${l}${(0,o.Is)(i)}${a===undefined?"":`\n${u}fix: ${(0,o.Is)(a)}`}`}function fixedText({findings:e,written:n,files:t},r){if(t.length===0)return"nothing to mend"
const o=t.flatMap(({diff:e})=>e.trimEnd().split("\n")).map(e=>coloured(e,r))
const i=n?"mended":"would be mended"
return[...o,"",`${(0,g.LS)(e,"finding")} ${i} in ${(0,g.LS)(t.length,"file")}`].join("\n")}function coloured(e,n){const t=(0,o.Is)(e)
if(/^(?:---|\+\+\+) /.test(e))return n("bold",t)
if(e.startsWith("+"))return n("green",t)
return e.startsWith("-")?n("red",t):t}function initText(e,n){const{files:t,services:r,externals:i,left:s,check:a}=e
const c=Math.max(...r.map(({name:e})=>e.length))
const l=r.filter(({planned:e})=>!e)
const u=r.length-l.length
const d=r.map(({name:e,context:t,ports:r,health:i,needs:s,planned:a})=>{if(a)return`  ${e.padEnd(c)}  ${n("dim","planned: its Dockerfile is not there yet")}`
const l=[t,r.length>0&&`port ${r.join(", ")}`,i,s.length>0&&`needs ${s.join(", ")}`]
return`  ${e.padEnd(c)}  ${(0,o.Is)(l.filter(Boolean).join("  "))}`})
const f=t.find(({state:e})=>e!=="kept")?.path??"lucid.yml"
return[...t.flatMap(({path:e,state:t,text:r})=>t==="shown"?[n("bold",`# ${e}`),r??""]:[t==="written"?`${n("green","\u2713")} ${e} written`:`${n("yellow","-")} ${e} was there, and is left as it is`]),"",n("bold",`${l.length} image${l.length===1?"":"s"} to build${u>0?`, ${u} planned`:""}${i.length>0?`; ${i.join(", ")} beside them`:""}`),...d,...s.length>0?["",n("bold","Left out"),...s.map(({file:e,why:n})=>`  ${(0,o.Is)(e)}: ${(0,o.Is)(n)}`)]:[],...a.length>0?["",n("bold","To check"),...a.map(e=>`  ${n("yellow","?")} ${(0,o.Is)(e)}`)]:[],"",`What is guessed says so in ${f}. Next: ${n("bold","lucid doctor")}, ${n("bold","lucid lint")}, ${n("bold","lucid plan")}.`].join("\n")}function conclusion(e,n,t){const{plan:r,lint:o,verify:i,report:s,smoke:a,verifyHost:l,init:f,doctor:h,nothingToDo:p}=e
const m=[p,f&&initText(f,n),h&&doctorText(h,n),o&&findingTable(o,n),l&&(0,d.g)(l).map(e=>marked(e,n)).join("\n"),a&&tried(a,n),r&&table({...e,plan:r},n,t),r&&blockedText({...e,plan:r},n),r&&warning((0,u.p)(r.source),n),r?.remarks?.map(e=>remarkText(e,n)).join("\n"),r&&checksText({...e,plan:r},n),i&&(0,c.p)(i),s&&files(s.files)]
return m.filter(e=>e!==undefined).join("\n\n")}function table(e,n,t){const r=(0,s.h)(e)
const o=(0,p.ed)(r,t,(0,a.r)(e)?"plan":"run").split("\n")
const[c="",...u]=o
const d=u.map(e=>e.replaceAll("\u2713",n("green","\u2713")).replaceAll("\u2717",n("red","\u2717")))
const{estimate:h,inputs:m=[]}=e.plan
return[...m.flatMap(e=>[(0,f.l)(e,e=>n("bold",e)),""]),...r.length>0?[n("bold",c),...d,""]:[],(0,i.Pl)(e,r),...(0,a.r)(e)&&h!==undefined&&r.length>0?[(0,l.a)(h)]:[]].join("\n")}const marked=(e,n)=>e.replace("\u2713",n("green","\u2713")).replace("\u2717",n("red","\u2717"))
function tried(e,n){const t=(0,h.zv)(e).map(e=>marked(e,n))
return t.length===0?undefined:t.join("\n")}function warning(e,n){return e&&`${n("yellow","warning")} ${(0,o.Is)(e)}`}function checksText(e,n){const t=(0,c.T)(e).map(({level:e,text:t})=>{const r=e==="warning"?n("yellow","warning"):n("red","error")
return`${r} ${(0,o.Is)(t)}`})
return t.length===0?undefined:t.join("\n")}function remarkText(e,n){const t=e.severity==="warning"?n("yellow","warning:"):"note:"
return`${t} ${(0,o.vL)((0,r.Vw)(e)).join("\n")}`}function blockedText({plan:e,build:n},t){if(n!==undefined)return undefined
const r=e.images.flatMap(({decision:e})=>e.kind==="blocked"?e.problems:[])
const o=Map.groupBy(r,({code:e,at:n,message:t,why:r,fix:o})=>JSON.stringify(r===undefined||o===undefined?[n,t]:[e,r,o]))
const i=[...o.values()].flatMap(([e,...n])=>{const t=new Set(n.map(({message:e})=>e).filter(n=>n!==e?.message)).size
if(e===undefined)return[]
return[t===0?e:{...e,message:`${e.message} (and ${t} more of this kind)`}]})
return i.length===0?undefined:problemText(i,t)}function files(e){return Object.entries(e).map(([e,n])=>`${e}: ${n}`).join("\n")}function problemText(e,n){return e.map(e=>`${n("red","error:")} ${(0,o.vL)((0,r.Vw)(e)).join("\n")}`).join("\n")}}),28332:((e,n,t)=>{t.d(n,{T:()=>failedCheckLines,p:()=>verifyWords})
var r=t(15044)
var o=t(65421)
var i=t(9851)
function failedCheckLines(e){const n=new Set(e.plan.services.filter(({policy:e})=>e.verify==="advisory").map(({name:e})=>e))
const t=(0,i.Q)(e)
const o=t.flatMap(({service:e,platform:o,checks:i})=>{const s=t.filter(n=>n.service===e).length>1
const a=i.filter(({ok:e})=>!e)
const c=new Set(n.has(e)?[]:(0,r.HH)(a))
return a.map(n=>({level:c.has(n)?"error":"warning",text:`${e}${s?` ${o}`:""} ${(0,r.iW)(n)} [${n.id}]`}))})
return[...o].sort((e,n)=>e.level<n.level?-1:e.level>n.level?1:0)}function verifyWords({images:e,layers:n}){const t=e.flatMap(e=>e.checks)
const count=(e,n)=>e===0?[]:[`${e} ${n}`]
const i=(0,r.HH)(t).length
const s=t.filter(({ok:e})=>!e).length
const a=[(0,o.LS)(t.length,"check"),...count(i,"failed"),...count(s-i,s-i===1?"warning":"warnings"),...count(e.reduce((e,{unchecked:n})=>e+n.length,0),"not looked at")]
return`${(0,o.LS)(e.length,"image")}: ${a.join(", ")}; ${(0,o.LS)(n.read,"layer")} of ${(0,o.Ej)(n.bytes)} read`}}),57246:((e,n,t)=>{t.d(n,{a:()=>estimateWords})
var r=t(65421)
const o={times:"by earlier build times",sizes:"by image sizes",guess:"by guess: no build times are known yet"}
function estimateWords({matrix:e,jobEach:n,by:t}){const i=n.jobs-e.jobs
const s=instead((0,r.LS)(e.jobs,"job"),e.jobs,n.jobs)
const a=instead(`about ${minutes(e.wallSeconds)} min`,minutes(e.wallSeconds),minutes(n.wallSeconds))
const c=instead((0,r.LS)(e.billedMinutes,"billed minute"),e.billedMinutes,n.billedMinutes)
return`on GitHub ${s}${i>0?` (${i} saved)`:""}: ${a}, ${c}, ${o[t]}`}const instead=(e,n,t)=>n===t?e:`${e} instead of ${t}`
const minutes=e=>Math.ceil(e/60)}),40414:((e,n,t)=>{t.d(n,{Ph:()=>findingTotals,QQ:()=>findingList,TC:()=>findingRemarks,cB:()=>lintSummary})
var r=t(85465)
var o=t(65421)
var i=t(35771)
function findingTotals({findings:e,files:n,baseline:t}){const count=n=>e.filter(e=>e.severity===n).length
const r=t===undefined||t.old===0?"":`, ${t.old} known to the baseline`
return`${(0,o.LS)(n,"Dockerfile")}: ${(0,o.LS)(count("error"),"error")}, ${(0,o.LS)(count("warning"),"warning")}, ${(0,o.LS)(count("note"),"note")}${r}`}function findingRemarks({skipped:e=[],baseline:n}){const t=n?.gone??0
return[...e.map(({check:e,why:n})=>`not checked: ${e==="packages"?"":"BuildKit's own checks: "}${n}`),...t===0?[]:[`${(0,o.LS)(t,"finding")} of the baseline ${t===1?"is":"are"} gone: --update-baseline`]]}function findingList(e,n){const t=e.slice(0,n).map(({severity:e,code:n,message:t,at:o,fix:s})=>{const a=o===undefined?"":`${(0,i.ti)((0,r.j$)(o))} `
return`- ${e}: ${a}${(0,i.p7)(t)} (${n})${s?`. ${(0,i.p7)(s)}`:""}`})
const s=e.length-t.length
if(t.length===0)return""
return(0,i.AU)((0,o.LS)(e.length,"finding"),[...t,...s>0?[`- ${s} more`]:[]].join("\n"))}const s={error:"\u274c error",warning:"\u26a0\ufe0f warning",note:"note"}
const a=500
function lintSummary(e){const{findings:n}=e
const t=n.slice(0,a).map(({severity:e,code:n,message:t,at:o,fix:a})=>[s[e],o===undefined?"":(0,i.p7)((0,r.j$)(o)),`${(0,i.p7)(t)}${a===undefined?"":`<br>${(0,i.p7)(a)}`}`,n].join(" | "))
const o=n.length-t.length
return[`### ${n.some(({severity:e})=>e==="error")?"\u274c":"\u2705"} ${findingTotals(e)}`,...t.length===0?[]:[["| severity | where | what | rule |","| --- | --- | --- | --- |",...t.map(e=>`| ${e} |`)].join("\n")],...o>0?[`${o} more are in the log of this step.`]:[],...findingRemarks(e).map(e=>`- ${(0,i.p7)(e)}`)].join("\n\n")}}),69842:((e,n,t)=>{t.d(n,{L:()=>hostSummary,g:()=>hostLines})
var r=t(65421)
var o=t(68261)
var i=t(35771)
var s=t(1669)
function hostLines({host:e,images:n}){return[`host ${e.name}: Docker ${e.engine}, ${e.platform}`,...n.map(e=>(0,o.Is)(line(e)))]}function hostSummary(e){const n=[...hostLines(e),"",...(0,s.zv)(e.smoke)].map(e=>`    ${e}`)
return`### Published images on ${(0,i.p7)(e.host.name)}\n\n${n.join("\n")}\n`}function line({state:e,ref:n,here:t,published:r}){switch(e){case"present":return`\u2713 Present: ${n} ${about(t)}`
case"old":return`\u2717 Old: ${n} is ${about(t)}; published is ${about(r)}`
case"absent":return`\u2717 Absent: ${n}; published is ${about(r)}`
case"unpublished":return`- Not published: ${n}${t===undefined?"":`; here is ${about(t)}`}`}}function about(e){if(e===undefined)return"unknown"
const{digest:n,revision:t,created:o}=e
const i=[t?.slice(0,12),o?.slice(0,10)].filter(Boolean).join(", ")
return`${(0,r.VK)(n)}${i===""?"":` (${i})`}`}}),71237:((e,n,t)=>{t.d(n,{l:()=>inputsText})
var r=t(65421)
var o=t(68261)
function inputsText(e,n){const{service:t,platform:i,dockerfile:s}=e
const a=[n(`${t} (${i}), ${s}`),...e.wholeContext.map(({reason:e,line:n})=>`  all of the context counts: ${e}${at(n)}`),...e.files.flatMap(({instruction:e,line:n,context:t,paths:o})=>[`  ${e}${t===undefined?"":` (${t})`}${at(n)}: ${(0,r.LS)(o.length,"file")}`,...o.map(e=>`    ${e}`)]),...e.images.map(({ref:e,use:n,line:t,platform:r,pinned:o})=>{const i=o===undefined?"":` -> ${o}`
return`  ${n==="syntax"?"syntax":`${n} image`} ${e} for ${r}${at(t)}${i}`}),...pairs("image of this catalog",e.catalogImages),...pairs("context",e.contexts),...e.urls.map(({url:e,line:n,pinned:t})=>`  ADD ${e}${at(n)}${t?"":", which may change unseen"}`),...pairs("argument",e.args),...list("argument that does not count",e.volatileArgs),...list("secret",e.secrets),...list("ssh",e.ssh)]
return a.map(o.Is).join("\n")}const at=e=>e===undefined?"":` at line ${e}`
function pairs(e,n){return Object.entries(n).map(([n,t])=>`  ${e} ${n} = ${t}`)}const list=(e,n)=>n.map(n=>`  ${e} ${n}`)}),1669:((e,n,t)=>{t.d(n,{X5:()=>endpointOf,f7:()=>diagnosisText,k4:()=>isDiagnosis,zv:()=>smokeLines})
var r=t(65421)
var o=t(68261)
function endpointOf({ref:e,probes:n,service:t}){const r=/([^/]+)@/.exec(e)?.[1]??t
const o=n.find(({port:e})=>e!==undefined)?.port
return o===undefined?r:`${r}:${o}`}const i={healthy:"\u2713",unhealthy:"\u2717",unknown:"?","not tried":"?",skipped:"-"}
function smokeLines({services:e,network:n,leftovers:t=[]}){const r=e.filter(({verdict:e})=>e!=="skipped")
if(r.length===0)return[]
const s=new Set(r.map(({platform:e})=>e)).size>1
const a=`network ${n.name}${n.subnet===undefined?"":` ${n.subnet}`}`
return[`${a} \u2713${n.note===undefined?"":`: ${n.note}`}`,...r.map(e=>{const n=e.verdict==="healthy"?wellWords(e):e.failure?.guess??e.reason??"no reason known"
return(0,o.Is)(`${endpointOf(e)}${s?` ${e.platform}`:""} ${i[e.verdict]} ${n}`.trimEnd())}),...t.map(e=>`left behind, for the next run to remove: ${e}`)]}function wellWords({architecture:e,readyMs:n,probes:t,warnings:o=[],reason:i}){const s=t[0]?.latencyMs
return[e,n!==undefined&&`ready in ${(0,r.p0)(n)}`,s!==undefined&&`answers in ${(0,r.p0)(s)}`,...o.map(e=>`warning: ${e}`),i].filter(Boolean).join(", ")}const isDiagnosis=(e,n)=>e.startsWith(`${n} `)&&/^.*: .*\nimage {7}\S+\nfailed in {3}\w+\n/.test(e)
function diagnosisText({service:e,platform:n,ref:t,failure:r,needs:i=[],probes:s}){if(r===undefined)return""
const{phase:a,guess:c,lastProbe:l,exitCode:u,exitMeaning:d,healthLog:f=[],ports:h=[],inspect:p,log:m}=r
const section=(e,n)=>n.length===0?[]:["",e,...n.map(e=>`  ${e}`)]
return[`${e} ${n}: ${c}`,`image       ${t}`,`failed in   ${a}`,...l===undefined?[]:[`last probe  ${l}`],...u===undefined?[]:[`exit code   ${u}${d===undefined?"":` (${d})`}`],...i.length===0?[]:[`needs       ${i.join(", ")}`],...section("probes",s.map(({ok:e,kind:n,target:t,error:r})=>`${e?"\u2713":"\u2717"} ${n} ${t}${r===undefined?"":`: ${r}`}`)),...section("ports",h.map(({container:e,published:n,listens:t})=>[e,n===undefined?"not published":`published on ${n}`,...t===undefined?[]:[t==="nothing"?"nothing listens":`listens on ${t}`]].join(", "))),...section("health log",f.map(({exitCode:e,output:n})=>`exit ${e}${n===""?"":`: ${n}`}`)),...section("inspect",Object.entries(p??{}).map(([e,n])=>`${e}: ${n}`)),...section("log",m)].map(e=>(0,o.Is)(e)).join("\n")}}),95010:((e,n,t)=>{t.d(n,{ed:()=>textTable,j:()=>healthWord,kJ:()=>checksWord})
var r=t(65421)
var o=t(68261)
var i=t(16760)
var s=t(63691)
const a={title:"SERVICE",cell:({service:e})=>e}
const c={title:"DECISION",cell:e=>(0,s.HN)(e)==="red"?`\u2717 ${e.outcome}`:e.decision}
const l={title:"WHY",cell:({why:e,problem:n})=>n??e}
const u={plan:[{...c,cell:e=>e.decision==="blocked"?"\u2717 blocked":e.decision},a,l],run:[a,c,{title:"DIGEST",cell:({digest:e})=>e===undefined?"-":(0,r.VK)(e)},{title:"SIZE",right:true,cell:e=>e.size===undefined?"-":(0,r.Ej)(e.size)},{title:"BUILD",right:true,cell:({buildMs:e})=>e===undefined?"-":(0,r.p0)(e)},{title:"CHECKS",cell:checksWord},{title:"HEALTH",cell:healthWord},{title:"LATENCY",right:true,cell:({latencyMs:e})=>e===undefined?"-":(0,r.p0)(e)},l]}
function healthWord({health:e,architecture:n}){if(e==="healthy")return`\u2713 ${n??"healthy"}`
if(e==="unhealthy")return"\u2717 unhealthy"
return e==="unknown"||e==="not tried"?`? ${e}`:"-"}function checksWord({checks:e}){if(e===undefined)return"-"
const{passed:n,failed:t,warned:r}=e
const o=t.length>0?"\u2717":r.length>0?"!":"\u2713"
const i=t.length+r.length
return i===0?`${o} ${n}`:`${o} ${n} of ${n+i}`}function textTable(e,n=Number.POSITIVE_INFINITY,t="run"){const r=u[t].filter(({cell:n})=>e.length===0||e.some(e=>n(e)!=="-"))
const s=[r.map(({title:e})=>e),...e.map(e=>r.map(({cell:n})=>(0,o.Is)(n(e))))]
const a=r.map((e,n)=>Math.max(...s.map(e=>(0,i.qz)(e[n]??""))))
return s.map(e=>{const t=e.map((e,n)=>r[n]?.right?(0,i.Ho)(e,a[n]??0):(0,i.M7)(e,a[n]??0)).join("  ").trimEnd()
return(0,i.yd)(t,Math.max(2,n))}).join("\n")}}),36051:((e,n,t)=>{t.d(n,{w:()=>whyNothing})
var r=t(85177)
const o=["init","doctor","verify-host","bake"]
async function whyNothing(e,{env:n}){const t=o.includes(e)?undefined:(await(0,r.p)(n))?.deleted
return t&&`nothing to do: ${t} was deleted`}}),15361:((e,n,t)=>{t.d(n,{i:()=>during})
async function during(e,n,t){e({stage:n,state:"started"})
try{return await t()}finally{e({stage:n,state:"done"})}}})}
