export const id=7867
export const ids=[7867]
export const modules={87096:((e,n,t)=>{t.d(n,{Y:()=>listenForInterrupt})
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
var l=t(85465)
var d=t(15361)
var u=t(40425)
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
return{document:e,documents:{nothingToDo:i},exitCode:u.NS.fine}}const o=t.now()
const a=e==="run"?await start(e,r,t):await(0,d.E)(t.progress,e==="bake"?"plan":e,()=>start(e,r,t))
if(e==="bake"||r.print)return{document:a,documents:{},exitCode:u.NS.fine}
const s={...e==="run"?a:await documentsOf(e,r,a),...e!=="report"&&{durationMs:t.now()-o}}
const c=e==="run"?{kind:"lucid.run",version:1,...a}:e==="report"?s.report:a
const l=relativeDocuments(s,r.catalog)
return{document:c,documents:l,exitCode:exitCodeFor(e,r,s)}}function withLowerCaseRegistry(e,{log:n}){const{registry:t}=e
const r=t&&(0,a.V0)(t)
if(r===t)return e
n(`note: the registry ${t} becomes ${r}, because image names are lower case`)
return{...e,registry:r}}async function start(e,n,r){const{stages:i}=await t.e(1591).then(t.bind(t,33972))
try{if(e==="bake")return await i.build({...n,force:true,print:true},r)
return await i[e](n,r)}catch(e){if(r.signal.reason instanceof s.KQ)throw r.signal.reason
if(!(e instanceof l.yo))throw e
const t=e.problems.map(e=>relativeProblem(e,n.catalog))
throw new l.yo(t,{cause:e})}}async function documentsOf(e,n,t){if(e==="report")return t
if(e!=="verify-host")return{...await planOf(e,n),[e]:t}
const r=t
return{verifyHost:r,smoke:r.smoke}}async function planOf(e,n){if(e==="plan"||e==="lint"||e==="init"||e==="doctor")return{}
const{loadPlanOfRun:r}=await t.e(1591).then(t.bind(t,33972))
return(0,c.s)({plan:await r(n)})}function exitCodeFor(e,n,t){if(e!=="lint")return(0,u.FO)(t)
const r=["error","warning","note"]
const i=t.lint?.findings.some(({severity:e})=>r.indexOf(e)<=r.indexOf(n.failOn))
return i?u.NS.failed:u.NS.fine}const h=["init","doctor","verify-host","bake"]
async function reasonToSkip(e,{env:n}){const t=h.includes(e)?undefined:(await(0,i.pV)(n))?.deleted
return t&&`nothing to do: ${t} was deleted`}}),69044:((e,n,t)=>{t.d(n,{BU:()=>checkTemplate,EV:()=>isRegistryHost,Qv:()=>w,Rr:()=>parsePath,V0:()=>lowerCasePath,if:()=>parseImageName,l5:()=>parseRegistry,o_:()=>parseImageReference,qE:()=>parseServiceName,xQ:()=>nameParser})
var r=t(53123)
var i=t(88153)
var o=t(72484)
var a=t(91736)
const s="[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*"
const c="(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?"
const l=new RegExp(`^${s}(?:/${s})*$`)
const d=new RegExp(`^${c}(?:/${s})*$`)
const u=new RegExp(`^${s}$`)
const f=new RegExp(`^(?:${c}/)?${s}(?:/${s})*(?::[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`)
const h=new Set(["constructor","prototype"])
const p=63
const m=255
const g="a command would read the leading dash as an option"
function parseServiceName(e){const wrong=(n,t='use lower-case letters, digits and "-" between them, as in api-gateway')=>(0,a.Gq)({code:"catalog/name",message:`${(0,o.hD)(e)} cannot be the name of a service`,why:n,fix:t})
if(e.length>p)return wrong(`it is longer than ${p} characters, the limit of a host name`)
if(h.has(e))return wrong("the word is reserved","choose another name")
if(u.test(e))return(0,a.rZ)(e)
if(e.startsWith("-"))return wrong(g)
const n=e.toLowerCase()
if(u.test(n))return wrong($,`write ${n}`)
return wrong("it becomes part of an image name and a host name")}function nameParser(e,n,t){return r=>{if(r.length<=255&&n.test(r)&&!h.has(r))return(0,a.rZ)(r)
const i=r.startsWith("-")?g:undefined
const s=`${(0,o.hD)(r)} cannot be the name of ${e}`
return(0,a.Gq)({code:"catalog/name",message:s,why:i,fix:`write it as in ${t}`})}}function parseRegistry(e){const wrong=(n,t='write host and port, as in "docker.io" or "127.0.0.1:5000"')=>(0,a.w8)(e,"a registry",{code:"catalog/registry",why:n,fix:t})
if(e.includes("://"))return wrong("a registry has no scheme")
const n=lowerCasePath(e)
if(e!==n&&d.test(n))return wrong($,`write ${n}`)
if(e.length>m||!d.test(e))return wrong("it is the first part of an image name")
const t=e.split("/",1)[0]??""
if(!isRegistryHost(t))return wrong("without a dot or a port, Docker reads it as a path on Docker Hub")
return(0,a.rZ)(e)}const $="image names are lower case"
function lowerCasePath(e){const n=e.indexOf("/")
return n<0?e:e.slice(0,n)+e.slice(n).toLowerCase()}function isRegistryHost(e){return e.includes(".")||e.includes(":")||e==="localhost"}function parseImageName(e){const wrong=(n,t="write it as in acme/api-gateway")=>(0,a.w8)(e,"an image name",{code:"catalog/image",why:n,fix:t})
const n=e.indexOf("/")
const t=n<0?"":e.slice(0,n)
const r=n>=0&&isRegistryHost(t)
const i=r?e.slice(n+1):e
if(e.length>m)return wrong(`it is longer than ${m} characters`)
if(i.includes("@"))return wrong("a digest cannot be chosen","remove what follows the @")
if(i.includes(":"))return wrong("tags belong under `tags` and `floating`","remove what follows the colon")
const o=i.toLowerCase()
if(i!==o&&l.test(o))return wrong($,`write ${r?`${t}/`:""}${o}`)
if(!l.test(i))return wrong('only lower-case letters, digits and "/", ".", "_", "-" between them')
if(r&&!d.test(t))return wrong("its first part is not a host")
return(0,a.rZ)(r?{host:t,path:i}:{path:i})}function parseImageReference(e){if(e.length<=m+200&&f.test(e))return(0,a.rZ)(e)
const n=e.startsWith("-")?g:undefined
return(0,a.w8)(e,"an image reference",{code:"catalog/image",why:n,fix:'write it as in "redis:7"'})}const w=["name","phase","project"]
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
else if(t.pop()===undefined)return wrong("it leaves the repository",n,"catalog/outside")}if(t[0]?.startsWith("-"))return wrong(g,"rename the folder")
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
default:return e}}).join("")}function isName(e){return i.has(e)}}),35771:((e,n,t)=>{t.d(n,{AU:()=>fold,DV:()=>codeBlock,Qj:()=>markdownTable,p7:()=>markdownText,pU:()=>escapeMentions,ti:()=>inlineCode})
function markdownText(e){return e.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g," ").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/[\\`*_{}[\]|~]/g,"\\$&").replace(/:\/\//g,"&#58;//").replace(/\bwww\./gi,e=>`${e.slice(0,-1)}&#46;`).trim()}function markdownTable(e,n){const line=e=>`| ${e.join(" | ")} |`
return[line(e.map(e=>e.replace(/:$/,""))),line(e.map(e=>e.endsWith(":")?"---:":"---")),...n.map(line)].join("\n")}function fold(e,n){return`<details><summary>${e}</summary>\n\n${n}\n\n</details>`}function codeBlock(e){return e.flatMap(e=>e.split(/\r\n|[\r\n\u2028\u2029]/)).map(e=>`    ${e.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g,"")}`).join("\n")}function inlineCode(e){return/[`|\u0000-\u001f]/.test(e)?markdownText(e):`\`${e}\``}const r="\u200b"
function escapeMentions(e){return e.split("\n").map(e=>e.startsWith("    ")?e:escapeLine(e)).join("\n")}function escapeLine(e){return e.replace(/@(?=[\p{L}\p{N}_-])/gu,`@${r}`).replace(/(?<!&)#(?=\p{N})/gu,`#${r}`).replace(/\bGH-(?=\p{N})/giu,e=>`${e.slice(0,-1)}${r}-`).replaceAll("$","&#36;")}}),24280:((e,n,t)=>{t.d(n,{Pl:()=>headline,dM:()=>markedHeadline,jE:()=>healthCounts})
var r=t(65421)
var i=t(74656)
var o=t(9851)
var a=t(63691)
const s=["failed","blocked","held","superseded","skipped","cancelled","not part of this release","unknown"]
function headline(e,n){const count=(e,t)=>{const r=n.filter(e).length
return r===0?[]:[`${r} ${t}`]}
const isUnchanged=e=>(e.decision==="unchanged"||e.kept===true)&&e.outcome!=="unknown"&&e.outcome!=="cancelled"
const t=[...n.length===0?["nothing selected"]:[],...healthWords(n),...count(({buildMs:e})=>e!==undefined,"built"),...count(({decision:e,buildMs:n,outcome:t})=>e==="build"&&n===undefined&&t==="planned","to build"),...count(isUnchanged,"unchanged"),...s.flatMap(e=>count(({outcome:n})=>n===e,e)),...jobWords(e,n),...e.durationMs===undefined?[]:[(0,r.a3)(e.durationMs)]]
const i=(0,o.r)(e)||(0,a.ZH)(e,n).color==="red"?0:jobsSaved(e.plan)
return`${t.join(", ")}${i>0?`; ${(0,r.LS)(i,"job")} saved`:""}${heldWords(n)}`}function heldWords(e){const n=new Set(e.flatMap(({outcome:e,problem:n})=>e==="held"&&n?[n]:[]))
const[t]=n
if(t===undefined)return""
return`; ${t}${n.size>1?`, and ${(0,r.LS)(n.size-1,"other cause")} below`:""}`}const c={green:"\u2705",yellow:"\ud83d\udfe1",red:"\u274c"}
const markedHeadline=(e,n)=>`${c[(0,a.ZH)(e,n).color]} ${headline(e,n)}`
function jobWords(e,n){const t=(0,a.ZH)(e,n)
if(t.color!=="red"||n.some(e=>(0,a.HN)(e)==="red"))return[]
return t.kind==="cancelled"?["cancelled"]:[(0,i.ZL)(e)??[]].flat()}function healthCounts(e){const n=e.filter(({health:e,passedBefore:n})=>e==="healthy"||n!==undefined).length
const t=e.filter(({health:e})=>e==="unhealthy"||e==="unknown").length
return{healthy:n,tried:n+t}}function healthWords(e){const{healthy:n,tried:t}=healthCounts(e)
return t===0?[]:[`${n} of ${t} healthy`]}function jobsSaved({estimate:e}){return e===undefined?0:e.jobEach.jobs-e.matrix.jobs}}),93651:((e,n,t)=>{t.d(n,{q:()=>conclusion,f:()=>problemText})
var r=t(85465)
var i=t(68261)
var o=t(24280)
var a=t(9851)
var s=t(81067)
var c=t(28332)
var l=t(1764)
var d=t(8073)
var u=t(57107)
var f=t(1669)
var h=t(95010)
const p={good:["green","\u2713"],warning:["yellow","!"],failed:["red","\u2717"],skipped:["dim","-"]}
function doctorText({checks:e},n){const t=Math.max(...e.map(({id:e})=>e.length))
const r=e.flatMap(({id:e,state:r,found:o,why:a,fix:s})=>{const[c,l]=p[r]
const d=[a,s&&`fix: ${s}`].filter(e=>e!==undefined)
return[`${n(c,l)} ${e.padEnd(t)}  ${(0,i.g$)(o)}`,...d.map(e=>`${" ".repeat(t+4)}${(0,i.g$)(e??"")}`)]})
return[...r,"",lastWord(e)].join("\n")}function lastWord(e){const n=e.filter(({state:e})=>e==="failed").length
const t=e.filter(({state:e})=>e==="warning").length
if(n>0)return`${n} to fix${t>0?`, ${t} to check`:""}`
return t>0?`ready, ${t} to check`:"ready"}var m=t(65421)
var g=t(2343)
const $={error:"red",warning:"yellow",note:"dim"}
function findingTable(e,n){const{findings:t,fixed:r}=e
const o=Map.groupBy(t,({at:e})=>e?.file??"")
const a={place:Math.max(0,...t.map(e=>placeOf(e).length)),rule:Math.max(0,...t.map(({code:e})=>e.length))}
return[...r===undefined?[]:[fixedText(r,n),""],...[...o].flatMap(([e,t])=>[n("bold",(0,i.g$)(e)),...t.map(e=>row(e,a,n)),""]),...(0,g.TC)(e).map(e=>n("dim",(0,i.g$)(e))),(0,g.Ph)(e)].join("\n")}const placeOf=({at:e})=>[e?.line,e?.column].filter(e=>e!==undefined).join(":")
function row(e,n,t){const{severity:r,message:o,code:a,fix:s}=e
const c=placeOf(e).padStart(n.place)
const l=`  ${c}  ${t($[r],r.padEnd(7))}  ${t("dim",a.padEnd(n.rule))}  `
const d=" ".repeat(n.place+n.rule+15)
return`${l}${(0,i.g$)(o)}${s===undefined?"":`\n${d}fix: ${(0,i.g$)(s)}`}`}function fixedText({findings:e,written:n,files:t},r){if(t.length===0)return"nothing to fix"
const i=t.flatMap(({diff:e})=>e.trimEnd().split("\n")).map(e=>coloured(e,r))
const o=n?"fixed":"would be fixed"
return[...i,"",`${(0,m.LS)(e,"finding")} ${o} in ${(0,m.LS)(t.length,"file")}`].join("\n")}function coloured(e,n){const t=(0,i.g$)(e)
if(/^(?:---|\+\+\+) /.test(e))return n("bold",t)
if(e.startsWith("+"))return n("green",t)
return e.startsWith("-")?n("red",t):t}function initText(e,n){const{files:t,services:r,externals:o,left:a,check:s}=e
const c=Math.max(...r.map(({name:e})=>e.length))
const l=r.filter(({planned:e})=>!e)
const d=r.length-l.length
const u=r.map(({name:e,context:t,ports:r,health:o,needs:a,planned:s})=>{if(s)return`  ${e.padEnd(c)}  ${n("dim","planned: its Dockerfile does not exist yet")}`
const l=[t,r.length>0&&`port ${r.join(", ")}`,o,a.length>0&&`needs ${a.join(", ")}`]
return`  ${e.padEnd(c)}  ${(0,i.g$)(l.filter(Boolean).join("  "))}`})
const f=d>0?[`${d} planned`]:[]
const h=o.length>0?`; ${o.join(", ")} beside them`:""
const p=["doctor","lint","plan"].map(e=>n("bold",`lucid ${e}`))
const g=t.find(({state:e})=>e!=="kept")?.path??"lucid.yml"
return[...t.flatMap(({path:e,state:t,text:r})=>t==="shown"?[n("bold",`# ${e}`),r??""]:[t==="written"?`${n("green","\u2713")} ${e} written`:`${n("yellow","-")} ${e} exists and was not changed`]),"",n("bold",`${[`${(0,m.LS)(l.length,"image")} to build`,...f].join(", ")}${h}`),...u,...a.length>0?["",n("bold","Left out"),...a.map(({file:e,why:n})=>`  ${(0,i.g$)(e)}: ${(0,i.g$)(n)}`)]:[],...s.length>0?["",n("bold","To check"),...s.map(e=>`  ${n("yellow","?")} ${(0,i.g$)(e)}`)]:[],"",`Comments in ${g} mark guesses. Next: ${p.join(", ")}.`].join("\n")}function conclusion(e,n,t){const{plan:r,lint:i,verify:o,report:a,smoke:s,verifyHost:d,init:f,doctor:h,nothingToDo:p}=e
const m=[p,f&&initText(f,n),h&&doctorText(h,n),i&&findingTable(i,n),d&&(0,l.g)(d).map(e=>marked(e,n)).join("\n"),s&&tried(s,n),r&&table({...e,plan:r},n,t),r&&blockedText({...e,plan:r},n),r&&warning((0,u.pL)(r.source),n),r?.remarks?.map(e=>remarkText(e,n)).join("\n"),r&&checksText({...e,plan:r},n),o&&(0,c.h)(o),a&&files(a.files)]
return m.filter(e=>e!==undefined).join("\n\n")}function table(e,n,t){const r=(0,s.h)(e)
const i=(0,h.ed)(r,t,(0,a.r)(e)?"plan":"run").split("\n")
const[c="",...l]=i
const f=l.map(e=>e.replaceAll("\u2713",n("green","\u2713")).replaceAll("\u2717",n("red","\u2717")))
const{estimate:p,inputs:m=[]}=e.plan
return[...m.flatMap(e=>[(0,d.l)(e,e=>n("bold",e)),""]),...r.length>0?[n("bold",c),...f,""]:[],(0,o.Pl)(e,r),...(0,a.r)(e)&&p!==undefined&&r.length>0?[(0,u.eG)(p)]:[]].join("\n")}const marked=(e,n)=>e.replace("\u2713",n("green","\u2713")).replace("\u2717",n("red","\u2717"))
function tried(e,n){const t=(0,f.zv)(e).map(e=>marked(e,n))
return t.length===0?undefined:t.join("\n")}function warning(e,n){return e&&`${n("yellow","warning")} ${(0,i.g$)(e)}`}function checksText(e,n){const t=(0,c.T)(e).map(({level:e,text:t})=>{const r=e==="warning"?n("yellow","warning"):n("red","error")
return`${r} ${(0,i.g$)(t)}`})
return t.length===0?undefined:t.join("\n")}function remarkText(e,n){const t=e.severity==="warning"?n("yellow","warning:"):"note:"
return`${t} ${(0,i.X$)((0,r.Vw)(e)).join("\n")}`}function blockedText({plan:e,build:n},t){if(n!==undefined)return undefined
const r=e.images.flatMap(({decision:e})=>e.kind==="blocked"?e.problems:[])
const i=Map.groupBy(r,({code:e,at:n,message:t,why:r,fix:i})=>JSON.stringify(r===undefined||i===undefined?[n,t]:[e,r,i]))
const o=[...i.values()].flatMap(([e,...n])=>{const t=new Set(n.map(({message:e})=>e).filter(n=>n!==e?.message)).size
if(e===undefined)return[]
return[t===0?e:{...e,message:`${e.message} (and ${t} more of this kind)`}]})
return o.length===0?undefined:problemText(o,t)}function files(e){return Object.entries(e).map(([e,n])=>`${e}: ${n}`).join("\n")}function problemText(e,n){return e.map(e=>`${n("red","error:")} ${(0,i.X$)((0,r.Vw)(e)).join("\n")}`).join("\n")}}),28332:((e,n,t)=>{t.d(n,{T:()=>failedCheckLines,h:()=>verifyTotals})
var r=t(15044)
var i=t(65421)
var o=t(9851)
function failedCheckLines(e){const n=new Set(e.plan.services.filter(({policy:e})=>e.verify==="advisory").map(({name:e})=>e))
const t=(0,o.Q)(e)
const i=t.flatMap(({service:e,platform:i,checks:o})=>{const a=t.filter(n=>n.service===e).length>1
const s=o.filter(({ok:e})=>!e)
const c=new Set(n.has(e)?[]:(0,r.HH)(s))
return s.map(n=>({level:c.has(n)?"error":"warning",text:`${e}${a?` ${i}`:""} ${(0,r.ZA)(n)} [${n.id}]`}))})
return[...i].sort((e,n)=>e.level<n.level?-1:e.level>n.level?1:0)}function verifyTotals({images:e,layers:n}){const t=e.flatMap(e=>e.checks)
const count=(e,n)=>e===0?[]:[`${e} ${n}`]
const o=(0,r.HH)(t).length
const a=t.filter(({ok:e})=>!e).length
const s=[(0,i.LS)(t.length,"check"),...count(o,"failed"),...count(a-o,a-o===1?"warning":"warnings"),...count(e.reduce((e,{unchecked:n})=>e+n.length,0),"not looked at")]
return`${(0,i.LS)(e.length,"image")}: ${s.join(", ")}; ${(0,i.LS)(n.read,"layer")} of ${(0,i.Xq)(n.bytes)} read`}}),2343:((e,n,t)=>{t.d(n,{Ph:()=>findingTotals,QQ:()=>findingList,TC:()=>findingRemarks,cB:()=>lintSummary})
var r=t(85465)
var i=t(65421)
var o=t(35771)
function findingTotals({findings:e,files:n,baseline:t}){const count=n=>e.filter(e=>e.severity===n).length
const r=t===undefined||t.old===0?"":`, ${t.old} known to the baseline`
return`${(0,i.LS)(n,"Dockerfile")}: ${(0,i.LS)(count("error"),"error")}, ${(0,i.LS)(count("warning"),"warning")}, ${(0,i.LS)(count("note"),"note")}${r}`}function findingRemarks({skipped:e=[],baseline:n}){const t=n?.gone??0
return[...e.map(({check:e,why:n})=>`not checked: ${e==="packages"?"":"BuildKit's own checks: "}${n}`),...t===0?[]:[`${(0,i.LS)(t,"finding")} of the baseline ${t===1?"is":"are"} gone: --update-baseline`]]}function findingList(e,n){const t=e.slice(0,n).map(({severity:e,code:n,message:t,at:i,fix:a})=>{const s=i===undefined?"":`${(0,o.ti)((0,r.j$)(i))} `
return`- ${e}: ${s}${(0,o.p7)(t)} (${n})${a?`. ${(0,o.p7)(a)}`:""}`})
const a=e.length-t.length
if(t.length===0)return""
return(0,o.AU)((0,i.LS)(e.length,"finding"),[...t,...a>0?[`- ${a} more`]:[]].join("\n"))}const a={error:"\u274c error",warning:"\u26a0\ufe0f warning",note:"note"}
const s=500
function lintSummary(e){const{findings:n}=e
const t=n.slice(0,s).map(({severity:e,code:n,message:t,at:i,fix:s})=>[a[e],i===undefined?"":(0,o.p7)((0,r.j$)(i)),`${(0,o.p7)(t)}${s===undefined?"":`<br>${(0,o.p7)(s)}`}`,n].join(" | "))
const i=n.length-t.length
return[`### ${n.some(({severity:e})=>e==="error")?"\u274c":"\u2705"} ${findingTotals(e)}`,...t.length===0?[]:[["| severity | where | what | rule |","| --- | --- | --- | --- |",...t.map(e=>`| ${e} |`)].join("\n")],...i>0?[`${i} more are in the log of this step.`]:[],...findingRemarks(e).map(e=>`- ${(0,o.p7)(e)}`)].join("\n\n")}}),1764:((e,n,t)=>{t.d(n,{L:()=>hostSummary,g:()=>hostLines})
var r=t(65421)
var i=t(68261)
var o=t(35771)
var a=t(1669)
function hostLines({host:e,images:n}){return[`host ${e.name}: Docker ${e.engine}, ${e.platform}`,...n.map(e=>(0,i.g$)(line(e)))]}function hostSummary(e){const n=[...hostLines(e),"",...(0,a.zv)(e.smoke)].map(e=>`    ${e}`)
return`### Published images on ${(0,o.p7)(e.host.name)}\n\n${n.join("\n")}\n`}function line({state:e,ref:n,here:t,published:r}){switch(e){case"present":return`\u2713 Present: ${n} ${about(t)}`
case"old":return`\u2717 Old: ${n} is ${about(t)}; published is ${about(r)}`
case"absent":return`\u2717 Absent: ${n}; published is ${about(r)}`
case"unpublished":return`- Not published: ${n}${t===undefined?"":`; here is ${about(t)}`}`}}function about(e){if(e===undefined)return"unknown"
const{digest:n,revision:t,created:i}=e
const o=[t?.slice(0,12),i?.slice(0,10)].filter(Boolean).join(", ")
return`${(0,r.VK)(n)}${o===""?"":` (${o})`}`}}),8073:((e,n,t)=>{t.d(n,{l:()=>inputsText})
var r=t(65421)
var i=t(68261)
function inputsText(e,n){const{service:t,platform:o,dockerfile:a}=e
const s=[n(`${t} (${o}), ${a}`),...e.wholeContext.map(({reason:e,line:n})=>`  the whole context counts: ${e}${at(n)}`),...e.files.flatMap(({instruction:e,line:n,context:t,paths:i})=>[`  ${e}${t===undefined?"":` (${t})`}${at(n)}: ${(0,r.LS)(i.length,"file")}`,...i.map(e=>`    ${e}`)]),...e.images.map(({ref:e,use:n,line:t,platform:r,pinned:i})=>{const o=i===undefined?"":` -> ${i}`
return`  ${n==="syntax"?"syntax":`${n} image`} ${e} for ${r}${at(t)}${o}`}),...pairs("image of this catalog",e.catalogImages),...pairs("context",e.contexts),...e.urls.map(({url:e,line:n,pinned:t})=>`  ADD ${e}${at(n)}${t?"":", which may change unnoticed"}`),...pairs("argument",e.args),...list("argument that does not count",e.volatileArgs),...list("secret",e.secrets),...list("ssh",e.ssh)]
return s.map(i.g$).join("\n")}const at=e=>e===undefined?"":` at line ${e}`
function pairs(e,n){return Object.entries(n).map(([n,t])=>`  ${e} ${n} = ${t}`)}const list=(e,n)=>n.map(n=>`  ${e} ${n}`)}),1669:((e,n,t)=>{t.d(n,{X5:()=>endpointOf,f7:()=>diagnosisText,k4:()=>isDiagnosis,zv:()=>smokeLines})
var r=t(65421)
var i=t(68261)
function endpointOf({ref:e,probes:n,service:t}){const r=/([^/]+)@/.exec(e)?.[1]??t
const i=n.find(({port:e})=>e!==undefined)?.port
return i===undefined?r:`${r}:${i}`}const o={healthy:"\u2713",unhealthy:"\u2717",unknown:"?","not tried":"?",skipped:"-"}
function smokeLines({services:e,network:n,leftovers:t=[]}){const r=e.filter(({verdict:e})=>e!=="skipped")
if(r.length===0)return[]
const a=new Set(r.map(({platform:e})=>e)).size>1
const s=`network ${n.name}${n.subnet===undefined?"":` ${n.subnet}`}`
return[`${s} \u2713${n.note===undefined?"":`: ${n.note}`}`,...r.map(e=>{const n=e.verdict==="healthy"?healthyText(e):e.failure?.guess??e.reason??"unknown reason"
return(0,i.g$)(`${endpointOf(e)}${a?` ${e.platform}`:""} ${o[e.verdict]} ${n}`.trimEnd())}),...t.map(e=>`left over, to be removed by the next run: ${e}`)]}function healthyText({architecture:e,readyMs:n,probes:t,warnings:i=[],reason:o}){const a=t[0]?.latencyMs
return[e,n!==undefined&&`ready in ${(0,r.a3)(n)}`,a!==undefined&&`answers in ${(0,r.a3)(a)}`,...i.map(e=>`warning: ${e}`),o].filter(Boolean).join(", ")}const isDiagnosis=(e,n)=>e.startsWith(`${n} `)&&/^.*: .*\nimage {7}\S+\nfailed in {3}\w+\n/.test(e)
function diagnosisText({service:e,platform:n,ref:t,failure:r,needs:o=[],probes:a}){if(r===undefined)return""
const{phase:s,guess:c,lastProbe:l,exitCode:d,exitMeaning:u,healthLog:f=[],ports:h=[],inspect:p,log:m}=r
const section=(e,n)=>n.length===0?[]:["",e,...n.map(e=>`  ${e}`)]
return[`${e} ${n}: ${c}`,`image       ${t}`,`failed in   ${s}`,...l===undefined?[]:[`last probe  ${l}`],...d===undefined?[]:[`exit code   ${d}${u===undefined?"":` (${u})`}`],...o.length===0?[]:[`needs       ${o.join(", ")}`],...section("probes",a.map(({ok:e,kind:n,target:t,error:r})=>`${e?"\u2713":"\u2717"} ${n} ${t}${r===undefined?"":`: ${r}`}`)),...section("ports",h.map(({container:e,published:n,listens:t})=>[e,n===undefined?"not published":`published on ${n}`,...t===undefined?[]:[t==="nothing"?"nothing listens":`listens on ${t}`]].join(", "))),...section("health log",f.map(({exitCode:e,output:n})=>`exit ${e}${n===""?"":`: ${n}`}`)),...section("inspect",Object.entries(p??{}).map(([e,n])=>`${e}: ${n}`)),...section("log",m)].map(e=>(0,i.g$)(e)).join("\n")}}),95010:((e,n,t)=>{t.d(n,{ed:()=>textTable,j:()=>healthWord,kJ:()=>checksWord})
var r=t(65421)
var i=t(68261)
var o=t(16760)
var a=t(63691)
const s={title:"SERVICE",cell:({service:e})=>e}
const c={title:"DECISION",cell:e=>(0,a.HN)(e)==="red"?`\u2717 ${e.outcome}`:e.decision}
const l={title:"WHY",cell:({why:e,problem:n})=>n??e}
const d={plan:[{...c,cell:e=>e.decision==="blocked"?"\u2717 blocked":e.decision},s,l],run:[s,c,{title:"DIGEST",cell:({digest:e})=>e===undefined?"-":(0,r.VK)(e)},{title:"SIZE",right:true,cell:e=>e.size===undefined?"-":(0,r.Xq)(e.size)},{title:"BUILD",right:true,cell:({buildMs:e})=>e===undefined?"-":(0,r.a3)(e)},{title:"CHECKS",cell:checksWord},{title:"HEALTH",cell:healthWord},{title:"LATENCY",right:true,cell:({latencyMs:e})=>e===undefined?"-":(0,r.a3)(e)},l]}
function healthWord({health:e,architecture:n}){if(e==="healthy")return`\u2713 ${n??"healthy"}`
if(e==="unhealthy")return"\u2717 unhealthy"
return e==="unknown"||e==="not tried"?`? ${e}`:"-"}function checksWord({checks:e}){if(e===undefined)return"-"
const{passed:n,failed:t,warned:r}=e
const i=t.length>0?"\u2717":r.length>0?"!":"\u2713"
const o=t.length+r.length
return o===0?`${i} ${n}`:`${i} ${n} of ${n+o}`}function textTable(e,n=Number.POSITIVE_INFINITY,t="run"){const r=d[t].filter(({cell:n})=>e.length===0||e.some(e=>n(e)!=="-"))
const a=[r.map(({title:e})=>e),...e.map(e=>r.map(({cell:n})=>(0,i.g$)(n(e))))]
const s=r.map((e,n)=>Math.max(...a.map(e=>(0,o.sc)(e[n]??""))))
return a.map(e=>{const t=e.map((e,n)=>r[n]?.right?(0,o.Ho)(e,s[n]??0):(0,o.M7)(e,s[n]??0)).join("  ").trimEnd()
return(0,o.A4)(t,Math.max(2,n))}).join("\n")}}),15361:((e,n,t)=>{t.d(n,{E:()=>withProgress})
async function withProgress(e,n,t){e({stage:n,state:"started"})
try{return await t()}finally{e({stage:n,state:"done"})}}})}
