export const id=174
export const ids=[174]
export const modules={40425:((e,n,t)=>{t.d(n,{FO:()=>exitCodeOf,LL:()=>exitCodeOfError,NS:()=>a,hS:()=>s})
var r=t(63691)
var i=t(40318)
var o=t(85465)
const a={fine:0,failed:1,usage:2,environment:3,interrupted:130}
const s=[{code:a.fine,meaning:"success"},{code:a.failed,meaning:"a failure: of a Dockerfile, a build, a health check, a publication"},{code:a.usage,meaning:"an error on the command line or in the catalog"},{code:a.environment,meaning:"an error of the environment: no engine, no emulation, a registry that does not answer"},{code:a.interrupted,meaning:"interrupted"}]
const c=/^(engine|registry|docker|git|github|network|environment|login)\//
function exitCodeOfError(e){if(!(e instanceof o.yo)||e instanceof i.KQ)return a.failed
return e.problems.some(({code:e})=>c.test(e))?a.environment:a.usage}function exitCodeOf({plan:e,verifyHost:n,doctor:t,...i}){if(t!==undefined)return exitCodeOfDoctor(t)
const o=i.verify?.images.some(({digest:e})=>e===undefined)||n?.images.some(({state:e})=>["absent","old","foreign","unsigned"].includes(e))
if(o)return a.failed
if(e!==undefined)return codeOf((0,r.ZH)({plan:e,...i}))
const s=new Set(n?.smoke.services.map(({verdict:e})=>e))
return s.has("unhealthy")?a.failed:s.has("unknown")?a.environment:a.fine}function codeOf(e){switch(e.kind){case"failed":return e.unanswered?a.environment:a.failed
case"cancelled":return a.interrupted
case"held":case"planned":case"well":return a.fine
default:return e}}function exitCodeOfDoctor({checks:e}){const n=e.filter(({state:e})=>e==="failed")
if(n.some(({id:e})=>e!=="catalog"))return a.environment
return n.length>0?a.usage:a.fine}}),87096:((e,n,t)=>{t.d(n,{Y:()=>listenForInterrupt})
var r=t(40425)
function listenForInterrupt(e){const n=new AbortController
const t=["SIGINT","SIGTERM"]
const stop=()=>{if(n.signal.aborted)process.exit(r.NS.interrupted)
n.abort()
e("interrupted: cleaning up; press again to exit at once")}
for(const e of t)process.on(e,stop)
return{signal:n.signal,[Symbol.dispose]:()=>{for(const e of t)process.off(e,stop)}}}}),80244:((e,n,t)=>{t.d(n,{og:()=>makeContext,bk:()=>reasonToSkip,Si:()=>runStage})
var r=t(34055)
var i=t(85177)
var o=t(44853)
var a=t(69044)
var s=t(40318)
var c=t(39893)
var u=t(85465)
var l=t(15361)
var d=t(40425)
var f=t(76760)
function relativeProblem(e,n){if(e.at===undefined||/^(document|options)\//.test(e.code))return e
return{...e,at:locationFromHere(e.at,n)}}function locationFromHere(e,n){return{...e,file:fileFromHere(e.file,n)}}function fileFromHere(e,n){const t=(0,f.isAbsolute)(e)||(0,f.normalize)(e)===(0,f.normalize)(n)
return t?e:(0,f.join)((0,f.dirname)(n),e)}function relativeDocuments(e,n){const{plan:t,lint:r,build:i}=e
const problems=e=>e.map(e=>relativeProblem(e,n))
const planned=e=>{const{decision:n}=e
if(n.kind!=="blocked")return e
return{...e,decision:{...n,problems:problems(n.problems)}}}
const built=e=>{const{error:t}=e
return t?.file===undefined?e:{...e,error:{...t,file:fileFromHere(t.file,n)}}}
return{...e,...r&&{lint:{...r,findings:problems(r.findings)}},...t&&{plan:{...t,images:t.images.map(planned)}},...i&&{build:{...i,images:i.images.map(built)}}}}function makeContext(e){const n=(0,r._k)(o.m)
return{...e,exec:o.m,docker:n,env:process.env,cwd:process.cwd(),now:()=>performance.now()}}async function runStage(e,n,t){const r=withLowerCaseRegistry(n,t)
const i=await reasonToSkip(e,t)
if(i!==undefined){const e={kind:"lucid.nothing",version:1,why:i}
return{document:e,documents:{nothingToDo:i},exitCode:d.NS.fine}}const o=t.now()
const a=e==="run"?await start(e,r,t):await(0,l.E)(t.progress,e==="bake"?"plan":e,()=>start(e,r,t))
if(e==="bake"||r.print)return{document:a,documents:{},exitCode:d.NS.fine}
const s={...e==="run"?a:await documentsOf(e,r,a),...e!=="report"&&{durationMs:t.now()-o}}
const c=e==="run"?{kind:"lucid.run",version:1,...a}:e==="report"?s.report:a
const u=relativeDocuments(s,r.catalog)
return{document:c,documents:u,exitCode:exitCodeFor(e,r,s)}}function withLowerCaseRegistry(e,{log:n}){const{registry:t}=e
const r=t&&(0,a.V0)(t)
if(r===t)return e
n(`note: the registry ${t} becomes ${r}, because image names are lower case`)
return{...e,registry:r}}async function start(e,n,r){const{stages:i}=await t.e(1591).then(t.bind(t,33972))
try{if(e==="bake")return await i.build({...n,force:true,print:true},r)
return await i[e](n,r)}catch(e){if(r.signal.reason instanceof s.KQ)throw r.signal.reason
if(!(e instanceof u.yo))throw e
const[{maskedValues:i},{redactor:o}]=await Promise.all([t.e(7743).then(t.bind(t,37743)),t.e(7479).then(t.bind(t,47479))])
const a=o(await i(r))
const l=e.problems.map(e=>({...relativeProblem(e,n.catalog),message:a(e.message),...(0,c.s)({why:e.why&&a(e.why),fix:e.fix&&a(e.fix)})}))
throw new u.yo(l,{cause:e})}}async function documentsOf(e,n,t){if(e==="report")return t
if(e!=="verify-host")return{...await planOf(e,n),[e]:t}
const r=t
return{verifyHost:r,smoke:r.smoke}}async function planOf(e,n){if(e==="plan"||e==="lint"||e==="init"||e==="doctor")return{}
const{loadPlanOfRun:r}=await t.e(1591).then(t.bind(t,33972))
return(0,c.s)({plan:await r(n)})}function exitCodeFor(e,n,t){if(e!=="lint")return(0,d.FO)(t)
const r=["error","warning","note"]
const i=t.lint?.findings.some(({severity:e})=>r.indexOf(e)<=r.indexOf(n.failOn))
return i?d.NS.failed:d.NS.fine}const m=["init","doctor","verify-host","bake"]
async function reasonToSkip(e,{env:n}){const t=m.includes(e)?undefined:(await(0,i.pV)(n))?.deleted
return t&&`nothing to do: ${t} was deleted`}}),69044:((e,n,t)=>{t.d(n,{BU:()=>checkTemplate,EV:()=>isRegistryHost,Qv:()=>$,Rr:()=>parsePath,V0:()=>lowerCasePath,if:()=>parseImageName,l5:()=>parseRegistry,o_:()=>parseImageReference,qE:()=>parseServiceName,xQ:()=>nameParser})
var r=t(53123)
var i=t(88153)
var o=t(72484)
var a=t(91736)
const s="[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*"
const c="(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?"
const u=new RegExp(`^${s}(?:/${s})*$`)
const l=new RegExp(`^${c}(?:/${s})*$`)
const d=new RegExp(`^${s}$`)
const f=new RegExp(`^(?:${c}/)?${s}(?:/${s})*(?::[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`)
const m=new Set(["constructor","prototype"])
const p=63
const g=255
const h="a command would read the leading dash as an option"
function parseServiceName(e){const wrong=(n,t='use lower-case letters, digits and "-" between them, as in api-gateway')=>(0,a.Gq)({code:"catalog/name",message:`${(0,o.hD)(e)} cannot be the name of a service`,why:n,fix:t})
if(e.length>p)return wrong(`it is longer than ${p} characters, the limit of a host name`)
if(m.has(e))return wrong("the word is reserved","choose another name")
if(d.test(e))return(0,a.rZ)(e)
if(e.startsWith("-"))return wrong(h)
const n=e.toLowerCase()
if(d.test(n))return wrong(w,`write ${n}`)
return wrong("it becomes part of an image name and a host name")}function nameParser(e,n,t){return r=>{if(r.length<=255&&n.test(r)&&!m.has(r))return(0,a.rZ)(r)
const i=r.startsWith("-")?h:undefined
const s=`${(0,o.hD)(r)} cannot be the name of ${e}`
return(0,a.Gq)({code:"catalog/name",message:s,why:i,fix:`write it as in ${t}`})}}function parseRegistry(e){const wrong=(n,t='write host and port, as in "docker.io" or "127.0.0.1:5000"')=>(0,a.w8)(e,"a registry",{code:"catalog/registry",why:n,fix:t})
if(e.includes("://"))return wrong("a registry has no scheme")
const n=lowerCasePath(e)
if(e!==n&&l.test(n))return wrong(w,`write ${n}`)
if(e.length>g||!l.test(e))return wrong("it is the first part of an image name")
const t=e.split("/",1)[0]??""
if(!isRegistryHost(t))return wrong("without a dot or a port, Docker reads it as a path on Docker Hub")
return(0,a.rZ)(e)}const w="image names are lower case"
function lowerCasePath(e){const n=e.indexOf("/")
return n<0?e:e.slice(0,n)+e.slice(n).toLowerCase()}function isRegistryHost(e){return e.includes(".")||e.includes(":")||e==="localhost"}function parseImageName(e){const wrong=(n,t="write it as in acme/api-gateway")=>(0,a.w8)(e,"an image name",{code:"catalog/image",why:n,fix:t})
const n=e.indexOf("/")
const t=n<0?"":e.slice(0,n)
const r=n>=0&&isRegistryHost(t)
const i=r?e.slice(n+1):e
if(e.length>g)return wrong(`it is longer than ${g} characters`)
if(i.includes("@"))return wrong("a digest cannot be chosen","remove what follows the @")
if(i.includes(":"))return wrong("tags belong under `tags` and `floating`","remove what follows the colon")
const o=i.toLowerCase()
if(i!==o&&u.test(o))return wrong(w,`write ${r?`${t}/`:""}${o}`)
if(!u.test(i))return wrong('only lower-case letters, digits and "/", ".", "_", "-" between them')
if(r&&!l.test(t))return wrong("its first part is not a host")
return(0,a.rZ)(r?{host:t,path:i}:{path:i})}function parseImageReference(e){if(e.length<=g+200&&f.test(e))return(0,a.rZ)(e)
const n=e.startsWith("-")?h:undefined
return(0,a.w8)(e,"an image reference",{code:"catalog/image",why:n,fix:'write it as in "redis:7"'})}const $=["name","phase","project"]
function checkTemplate(e,n=i.VQ){for(const t of(0,i.QC)(e)){if(t.kind==="unclosed")return{code:"catalog/template",message:"a {{ is never closed",fix:"write }} after the name"}
if(t.kind==="text"||t.kind==="name"&&n.includes(t.name))continue
const e=(0,r.h)(t.name,n)
const i=`unknown template ${(0,o.hD)(`{{${t.name}}}`)}`
const a=t.kind==="name"?"its value differs between commits, but a name must not":undefined
const s=`allowed here: ${n.map(e=>`{{${e}}}`).join(", ")}`
const c=e!==undefined&&a===undefined?`did you mean {{${e}}}?`:s
return{code:"catalog/template",message:i,why:a,fix:c}}return undefined}function parsePath(e){const wrong=(n,t,r="catalog/path")=>(0,a.w8)(e,"a path in this repository",{code:r,why:n,fix:t})
const n="write it relative to the folder of the catalog, as in services/api"
if(e===""||e.trim()!==e)return wrong("it is empty or has leading or trailing spaces",n)
if((0,o.tO)(e)!==undefined||/[\t\n\r]/.test(e))return wrong("it contains a line break or a tab",n)
if(/^[a-z][a-z0-9+.-]*:\/\//i.test(e)||/^git@/.test(e))return wrong("it is a URL",n)
if(e.includes("\\"))return wrong("it contains a backslash","use / as the separator")
if(e.startsWith("/")||e.startsWith("~"))return wrong("it leaves the repository",n,"catalog/outside")
const t=[]
for(const r of e.split("/")){if(r===""||r===".")continue
if(r!=="..")t.push(r)
else if(t.pop()===undefined)return wrong("it leaves the repository",n,"catalog/outside")}if(t[0]?.startsWith("-"))return wrong(h,"rename the folder")
return(0,a.rZ)(t.length===0?".":t.join("/"))}}),88153:((e,n,t)=>{t.d(n,{QC:()=>parseTemplate,VQ:()=>r,ou:()=>fillTemplate})
const r=["name","phase","project","revision","short_revision","date","version"]
const i=new Set(r)
function parseTemplate(e){const n=[]
let t=0
while(t<e.length){const r=e.indexOf("{{",t)
if(r<0)break
if(r>t)n.push({kind:"text",text:e.slice(t,r)})
const i=e.indexOf("}}",r+2)
if(i<0){n.push({kind:"unclosed",text:e.slice(r)})
return n}const o=e.slice(r+2,i).trim()
n.push(isName(o)?{kind:"name",name:o}:{kind:"unknown",name:o})
t=i+2}if(t<e.length)n.push({kind:"text",text:e.slice(t)})
return n}function fillTemplate(e,n){return parseTemplate(e).map(e=>{switch(e.kind){case"text":return e.text
case"name":return n[e.name]??""
case"unknown":throw new TypeError(`unknown template variable {{${e.name}}}`)
case"unclosed":throw new TypeError(`template is never closed: ${e.text}`)
default:return e}}).join("")}function isName(e){return i.has(e)}}),44174:((e,n,t)=>{t.d(n,{A:()=>parseOptions})
var r=t(76760)
var i=t(91736)
var o=t(85465)
var a=t(29799)
var s=t(8780)
function parseOptions(e,{env:n,cwd:t},i){const s=[]
const c={}
for(const t of declarationsFor(i)){const r=t.env&&n[t.env]||t.default
try{c[camelCase(t.name)]=parse(t,e[t.name],r)}catch(e){if(!(e instanceof o.yo))throw e
s.push(...e.problems)}}if(s.length>0)throw new o.yo(s)
const u=c
return{...u,out:u.out?(0,r.resolve)(t,u.out):(0,a.Y6)(n,(0,r.resolve)(t,u.catalog))}}function declarationsFor(e){const n=s.fF
const t=n.filter(({stages:n})=>e!==undefined&&n.includes(e))
return new Map([...n.toReversed(),...t].map(e=>[e.name,e])).values()}function camelCase(e){return e.replace(/-(.)/g,(e,n)=>n.toUpperCase())}function parse(e,n,t){const r=typeof n==="string"&&n.trim()===""||Array.isArray(n)&&n.every(e=>e.trim()==="")
if(r&&e.refuseBlank)throw invalidOption(e,"the value is empty",{why:"an empty value would select everything; GitHub empties job outputs that may contain a secret",fix:`omit it for the default (${e.default}), or check the job output that it comes from`})
const i=n===undefined||r?t:n
return c[e.kind](e,i===e.none?undefined:i)}const c={string:single((e,n)=>n),path:single((e,n)=>n),flag:(e,n)=>typeof n==="boolean"?n:single(parseFlag)(e,n)??false,list:(e,n)=>toList(n,/[,\n]/),lines:(e,n)=>toList(n,/\n/),number:single(parseNumber),duration:single(parseDurationOption),choice:single((e,n)=>{const t=e.wasFlag?n.replace(/^true$/i,"on").replace(/^false$/i,"off"):n
if(e.choices?.includes(t))return t
throw invalidOption(e,`invalid value "${n}"`,{fix:`use one of ${e.choices?.join(", ")}`})}),pairs:(e,n)=>new Map(toList(n,/[,\n]/).map(n=>parsePair(e,n))),event:single((e,n)=>{const t=parseEvent(n)
if(t!==undefined)return t
const r="push:<branch>, tag:<tag>, pull_request:<number>, merge_group:<base>, schedule:<branch>, manual"
throw invalidOption(e,`invalid event "${n}"`,{fix:`use one of ${r}`})})}
function single(e){return(n,t)=>{const r=typeof t==="string"?t:Array.isArray(t)?t.at(-1):undefined
return r===undefined?undefined:e(n,r)}}function toList(e,n){const t=typeof e==="string"?[e]:Array.isArray(e)?e:[]
return t.flatMap(e=>e.split(n)).map(e=>e.trim()).filter(e=>e!=="")}function parseFlag(e,n){if(/^(true|True|TRUE)$/.test(n.trim()))return true
if(/^(false|False|FALSE)$/.test(n.trim()))return false
throw invalidOption(e,`"${n.trim()}" is neither true nor false`)}function parseNumber(e,n){if(/^[1-9]\d{0,5}$/.test(n.trim()))return Number(n)
throw invalidOption(e,`"${n}" is not a whole number of at least 1`)}function parseDurationOption(e,n){const t=(0,i.E9)(n.trim())
if(!t.ok)throw invalidOption(e,`${JSON.stringify(n.trim())} is not a duration of at most a day`,{fix:"for example 58m or 1h30m"})
if(t.value===0)throw invalidOption(e,"the duration must be more than 0")
return t.value}function parsePair(e,n){const t=n.indexOf("=")
if(t>=1&&t<n.length-1)return[n.slice(0,t),n.slice(t+1)]
throw invalidOption(e,`"${n}" is not a key and a value`,{fix:`write ${e.placeholder??"key=value"}`})}function invalidOption(e,n,t={}){return new o.yo({code:"options/value",message:`${e.name}: ${n}`,...t})}function parseEvent(e){const[,n="",,t=""]=/^([^:]*)(:(.*))?$/s.exec(e)??[]
if(n==="manual")return t===""?{kind:n}:{kind:n,branch:t}
if(t==="")return undefined
switch(n){case"push":case"schedule":return{kind:n,branch:t}
case"tag":return{kind:n,tag:t}
case"merge_group":return{kind:n,base:t}
case"pull_request":return/^[1-9]\d*$/.test(t)?{kind:n,number:Number(t),head:"",base:"",fork:true}:undefined
default:return undefined}}}),93651:((e,n,t)=>{t.d(n,{q:()=>conclusion,f:()=>problemText})
var r=t(85465)
var i=t(65421)
var o=t(68261)
var a=t(24280)
var s=t(9851)
var c=t(81067)
var u=t(28332)
var l=t(1764)
var d=t(8073)
var f=t(57107)
var m=t(1669)
var p=t(95010)
const g={good:["green","\u2713"],warning:["yellow","!"],failed:["red","\u2717"],skipped:["dim","-"]}
function doctorText({checks:e},n){const t=Math.max(...e.map(({id:e})=>e.length))
const r=e.flatMap(({id:e,state:r,found:i,why:a,fix:s})=>{const[c,u]=g[r]
const l=[a,s&&`fix: ${s}`].filter(e=>e!==undefined)
return[`${n(c,u)} ${e.padEnd(t)}  ${(0,o.g$)(i)}`,...l.map(e=>`${" ".repeat(t+4)}${(0,o.g$)(e??"")}`)]})
return[...r,"",lastWord(e)].join("\n")}function lastWord(e){const n=e.filter(({state:e})=>e==="failed").length
const t=e.filter(({state:e})=>e==="warning").length
if(n>0)return`${n} to fix${t>0?`, ${t} to check`:""}`
return t>0?`ready, ${t} to check`:"ready"}var h=t(2343)
const w={error:"red",warning:"yellow",note:"dim"}
function findingTable(e,n){const{findings:t,fixed:r}=e
const i=Map.groupBy(t,({at:e})=>e?.file??"")
const a={place:Math.max(0,...t.map(e=>placeOf(e).length)),rule:Math.max(0,...t.map(({code:e})=>e.length))}
return[...r===undefined?[]:[fixedText(r,n),""],...[...i].flatMap(([e,t])=>[n("bold",(0,o.g$)(e)),...t.map(e=>row(e,a,n)),""]),...(0,h.TC)(e).map(e=>n("dim",(0,o.g$)(e))),(0,h.Ph)(e)].join("\n")}const placeOf=({at:e})=>[e?.line,e?.column].filter(e=>e!==undefined).join(":")
function row(e,n,t){const{severity:r,message:i,code:a,fix:s}=e
const c=placeOf(e).padStart(n.place)
const u=`  ${c}  ${t(w[r],r.padEnd(7))}  ${t("dim",a.padEnd(n.rule))}  `
const l=" ".repeat(n.place+n.rule+15)
return`${u}${(0,o.g$)(i)}${s===undefined?"":`\n${l}fix: ${(0,o.g$)(s)}`}`}function fixedText({findings:e,written:n,files:t},r){if(t.length===0)return"nothing to fix"
const o=t.flatMap(({diff:e})=>e.trimEnd().split("\n")).map(e=>coloured(e,r))
const a=n?"fixed":"would be fixed"
return[...o,"",`${(0,i.LS)(e,"finding")} ${a} in ${(0,i.LS)(t.length,"file")}`].join("\n")}function coloured(e,n){const t=(0,o.g$)(e)
if(/^(?:---|\+\+\+) /.test(e))return n("bold",t)
if(e.startsWith("+"))return n("green",t)
return e.startsWith("-")?n("red",t):t}function initText(e,n){const{files:t,services:r,externals:a,left:s,check:c}=e
const u=Math.max(...r.map(({name:e})=>e.length))
const l=r.filter(({planned:e})=>!e)
const d=r.length-l.length
const f=r.map(({name:e,context:t,ports:r,health:i,needs:a,planned:s})=>{if(s)return`  ${e.padEnd(u)}  ${n("dim","planned: its Dockerfile does not exist yet")}`
const c=[t,r.length>0&&`port ${r.join(", ")}`,i,a.length>0&&`needs ${a.join(", ")}`]
return`  ${e.padEnd(u)}  ${(0,o.g$)(c.filter(Boolean).join("  "))}`})
const m=d>0?[`${d} planned`]:[]
const p=a.length>0?`; ${a.join(", ")} beside them`:""
const g=["doctor","lint","plan"].map(e=>n("bold",`lucid ${e}`))
const h=t.find(({state:e})=>e!=="kept")?.path??"lucid.yml"
return[...t.flatMap(({path:e,state:t,text:r})=>t==="shown"?[n("bold",`# ${e}`),r??""]:[t==="written"?`${n("green","\u2713")} ${e} written`:`${n("yellow","-")} ${e} exists and was not changed`]),"",n("bold",`${[`${(0,i.LS)(l.length,"image")} to build`,...m].join(", ")}${p}`),...f,...s.length>0?["",n("bold","Left out"),...s.map(({file:e,why:n})=>`  ${(0,o.g$)(e)}: ${(0,o.g$)(n)}`)]:[],...c.length>0?["",n("bold","To check"),...c.map(e=>`  ${n("yellow","?")} ${(0,o.g$)(e)}`)]:[],"",`Comments in ${h} mark guesses. Next: ${g.join(", ")}.`].join("\n")}function conclusion(e,n,t){const{plan:r,lint:i,verify:o,report:a,smoke:s,sign:c,verifyHost:d,init:m,doctor:p,nothingToDo:g}=e
const h=[g,m&&initText(m,n),p&&doctorText(p,n),i&&findingTable(i,n),d&&(0,l.g)(d).map(e=>marked(e,n)).join("\n"),s&&tried(s,n),r&&table({...e,plan:r},n,t),r&&blockedText({...e,plan:r},n),r&&warning((0,f.pL)(r.source),n),r?.remarks?.map(e=>remarkText(e,n)).join("\n"),r&&checksText({...e,plan:r},n),o&&(0,u.h)(o),c&&signedText(c),a&&files(a.files)]
return h.filter(e=>e!==undefined).join("\n\n")}function table(e,n,t){const r=(0,c.h)(e)
const i=(0,p.ed)(r,t,(0,s.r)(e)?"plan":"run").split("\n")
const[o="",...u]=i
const l=u.map(e=>e.replaceAll("\u2713",n("green","\u2713")).replaceAll("\u2717",n("red","\u2717")))
const{estimate:m,inputs:g=[]}=e.plan
return[...g.flatMap(e=>[(0,d.l)(e,e=>n("bold",e)),""]),...r.length>0?[n("bold",o),...l,""]:[],(0,a.Pl)(e,r),...(0,s.r)(e)&&m!==undefined&&r.length>0?[(0,f.eG)(m)]:[]].join("\n")}const marked=(e,n)=>e.replace("\u2713",n("green","\u2713")).replace("\u2717",n("red","\u2717"))
function tried(e,n){const t=(0,m.zv)(e).map(e=>marked(e,n))
return t.length===0?undefined:t.join("\n")}function warning(e,n){return e&&`${n("yellow","warning")} ${(0,o.g$)(e)}`}function checksText(e,n){const t=(0,u.T)(e).map(({level:e,text:t})=>{const r=e==="warning"?n("yellow","warning"):n("red","error")
return`${r} ${(0,o.g$)(t)}`})
return t.length===0?undefined:t.join("\n")}function remarkText(e,n){const t=e.severity==="warning"?n("yellow","warning:"):"note:"
return`${t} ${(0,o.X$)((0,r.Vw)(e)).join("\n")}`}function blockedText({plan:e,build:n},t){if(n!==undefined)return undefined
const r=e.images.flatMap(({decision:e})=>e.kind==="blocked"?e.problems:[])
const i=Map.groupBy(r,({code:e,at:n,message:t,why:r,fix:i})=>JSON.stringify(r===undefined||i===undefined?[n,t]:[e,r,i]))
const o=[...i.values()].flatMap(([e,...n])=>{const t=new Set(n.map(({message:e})=>e).filter(n=>n!==e?.message)).size
if(e===undefined)return[]
return[t===0?e:{...e,message:`${e.message} (and ${t} more of this kind)`}]})
return o.length===0?undefined:problemText(o,t)}function signedText({services:e,signer:n,statement:t}){const r=e.filter(({outcome:e})=>e==="signed").length
if(t===undefined)return"nothing was signed"
return`${(0,i.LS)(r,"service")} signed${n===undefined?"":` as ${n}`}, in one statement: ${t}`}function files(e){return Object.entries(e).map(([e,n])=>`${e}: ${n}`).join("\n")}function problemText(e,n){return e.map(e=>`${n("red","error:")} ${(0,o.X$)((0,r.Vw)(e)).join("\n")}`).join("\n")}}),1764:((e,n,t)=>{t.d(n,{L:()=>hostSummary,g:()=>hostLines})
var r=t(65421)
var i=t(68261)
var o=t(35771)
var a=t(1669)
function hostLines({host:e,images:n}){return[`host ${e.name}: Docker ${e.engine}, ${e.platform}`,...n.map(e=>(0,i.g$)(line(e)))]}function hostSummary(e){const n=[...hostLines(e),"",...(0,a.zv)(e.smoke)].map(e=>`    ${e}`)
return`### Published images on ${(0,o.p7)(e.host.name)}\n\n${n.join("\n")}\n`}function line({state:e,ref:n,here:t,published:r,foreign:i="",unsigned:o="",signer:a}){switch(e){case"present":return`\u2713 Present: ${n} ${about(t)}${a===undefined?"":`, signed by ${a}`}`
case"old":return`\u2717 Old: ${n} is ${about(t)}; published is ${about(r)}`
case"absent":return`\u2717 Absent: ${n}; published is ${about(r)}`
case"foreign":return`\u2717 Not ours: ${n}: ${i}`
case"unsigned":return`\u2717 Unsigned: ${n} is ${about(r??t)}: ${o}`
case"unpublished":return`- Not published: ${n}${t===undefined?"":`; here is ${about(t)}`}`}}function about(e){if(e===undefined)return"unknown"
const{digest:n,revision:t,created:i}=e
const o=[t?.slice(0,12),i?.slice(0,10)].filter(Boolean).join(", ")
return`${(0,r.VK)(n)}${o===""?"":` (${o})`}`}})}
