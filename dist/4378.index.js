export const id=4378
export const ids=[4378]
export const modules={17048:((e,n,t)=>{t.d(n,{IK:()=>inspectBuilder,LV:()=>readInfo,P7:()=>inspectEngine,Q2:()=>canRun,c4:()=>withEmulated,ez:()=>o,hh:()=>refuseEngine,kj:()=>readBuilder,p7:()=>engineProblems})
var i=t(62088)
var r=t(56008)
const s={server:"26.0.0",buildx:"0.13.0",compose:"2.20.0"}
async function inspectEngine(e,n={}){const{builder:t,signal:i,needs:r}=n
const s=r===undefined||r.build===true||r.platforms!==undefined
const[o,a]=await Promise.all([e(["info","--format","{{json .}}"],i===undefined?{}:{signal:i}).catch(()=>undefined),s?inspectBuilder(e,{builder:t,signal:i}):undefined])
i?.throwIfAborted()
if(o===undefined)return{containerdStore:false}
return{...readInfo(o.stdout,o.stderr),...a!==undefined&&{builder:a}}}async function inspectBuilder(e,{builder:n,signal:t}){const i=["buildx","inspect",...n===undefined?[]:["--",n]]
const r=await e(i,t===undefined?{}:{signal:t}).catch(()=>undefined)
return r&&withEmulated(readBuilder(r),process.env[o])}const o="LUCID_EMULATED"
function withEmulated(e,n){if(e===undefined||e.driver!=="docker"||!n)return e
return{...e,platforms:[...new Set([...e.platforms,...n.split(",")])]}}function readInfo(e,n){let t
try{t=JSON.parse(e)}catch{t={}}const plugin=e=>t.ClientInfo?.Plugins?.find(n=>n.Name===e)?.Version
const i=t.ServerVersion||undefined
const r=t.ClientInfo?.Version||undefined
const s=t.ServerErrors?.join("; ")||n.trim()||"no daemon answers"
const o=a[t.Architecture??""]??t.Architecture
return{...r!==undefined&&{client:r},...i!==undefined?{server:i}:{unreachable:s},...i!==undefined&&o!==undefined&&{native:`${t.OSType??"linux"}/${o}`},...t.Name&&t.KernelVersion&&{machine:{name:t.Name,kernel:t.KernelVersion}},...t.RegistryConfig?.Mirrors?.length&&{mirrors:t.RegistryConfig.Mirrors},...optional("buildx",plugin("buildx")),...optional("compose",plugin("compose")),containerdStore:(t.DriverStatus??[]).some(([,e])=>e==="io.containerd.snapshotter.v1")}}const a={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
function optional(e,n){return n===undefined||n===""?{}:{[e]:n}}function readBuilder({exitCode:e,stdout:n,stderr:t}){const field=e=>{const t=new RegExp(`^${e}:[ \\t]*(\\S.*)$`,"m").exec(n)?.[1]
return t?.trim()}
const i=field("Name")
const r=field("Error")??(e===0?undefined:t.trim())
if(i===undefined)return r===undefined?undefined:{name:"",driver:"",platforms:[],error:r}
const s=[...n.matchAll(/^Platforms:[ \t]*(\S.*)$/gm)].flatMap(([,e=""])=>e.split(",").map(e=>e.trim().replace(/\*$/,"")))
return{name:i,driver:field("Driver")??"",platforms:[...new Set(s)],...r!==undefined&&{error:r}}}function canRun(e,n){const plain=e=>e.replace(/\/arm64\/v8$/,"/arm64").replace(/\/arm$/,"/arm/v7")
return e.some(e=>plain(e)===plain(n))}function refuseEngine(e,n){const t=engineProblems(e,n)
if(t.length>0)throw new r.yo(t)
return e}function engineProblems(e,n){if(e.client===undefined&&e.server===undefined&&e.unreachable===undefined)return[{code:"engine/missing",message:"there is no docker command",fix:"install Docker Engine (https://docs.docker.com/engine/install/) and see that docker is on the PATH"}]
const t=[]
if(e.server===undefined)t.push({code:"engine/not-running",message:"no Docker daemon answers",...e.unreachable!==undefined&&{why:e.unreachable},fix:"start Docker (systemctl start docker, or Docker Desktop), or point DOCKER_HOST or DOCKER_CONTEXT at one that runs; joining the group docker helps when permission was denied"})
else t.push(...tooOld("Docker Engine",e.server,s.server,"engine/too-old"))
if(n.build)t.push(...buildProblems(e))
if(n.smoke)t.push(...plugin("Docker Compose","docker-compose-plugin",e.compose,s.compose,"compose"))
if(t.length===0)t.push(...platformProblems(e,n.platforms??[]))
return t}function buildProblems(e){const n=[...plugin("buildx","docker-buildx-plugin",e.buildx,s.buildx,"buildx")]
const{builder:t}=e
if(e.server===undefined||e.buildx===undefined||t===undefined)return n
if(t.error!==undefined)n.push({code:"engine/builder",message:`the builder ${t.name||"that was named"} is of no use`,why:t.error,fix:"see `docker buildx ls`; `docker buildx use default` goes back to Docker's own"})
else if(t.driver==="docker"&&!e.containerdStore)n.push({code:"engine/image-store",message:"this Docker Engine keeps images in its old store, which cannot push reproducible images",why:"annotations and rewritten timestamps need containerd's image store, or a builder of its own",fix:'set {"features": {"containerd-snapshotter": true}} in /etc/docker/daemon.json and restart Docker, or `docker buildx create --driver=docker-container --use`'})
return n}function platformProblems({builder:e,native:n},t){const i=e?.platforms.length?e.platforms:n===undefined?[]:[n]
return t.filter(e=>!canRun(i,e)).map(n=>({code:"engine/platform",message:`nothing here runs ${n}`,why:`${e?.name?`the builder ${e.name}`:"the engine"} runs ${i.join(", ")||"nothing"}`,fix:`take a machine of that kind (runs-on: ubuntu-24.04-arm for linux/arm64), or add emulation: \`docker run --privileged --rm tonistiigi/binfmt --install ${n.split("/")[1]??"arm64"}\`, or the package qemu-user-static`}))}function plugin(e,n,t,i,r){if(t===undefined)return[{code:`engine/${r}-missing`,message:`${e} is not installed`,fix:`install the package ${n}`}]
return tooOld(e,t,i,`engine/${r}-too-old`)}function tooOld(e,n,t,r){const s=i.coerce(n)
if(s===null||i.gte(s,t))return[]
return[{code:r,message:`${e} ${n} is too old`,fix:`install ${e} ${t} or newer`}]}}),42787:((e,n,t)=>{t.d(n,{_:()=>repositoryOf})
function repositoryOf(e){const n=e.split("@",1)[0]??e
const t=n.lastIndexOf(":")
return t>n.lastIndexOf("/")?n.slice(0,t):n}}),94974:((e,n,t)=>{t.d(n,{V:()=>runUrl})
function runUrl(e){const{GITHUB_SERVER_URL:n,GITHUB_REPOSITORY:t,GITHUB_RUN_ID:i}=e
return n&&t&&i?`${n}/${t}/actions/runs/${i}`:undefined}}),60399:((e,n,t)=>{t.d(n,{l1:()=>unpack,lS:()=>isPacked,qq:()=>pack})
var i=t(38522)
var r=t(56008)
const s="packed:1:"
const o=1e5
const a=64*1024*1024
const c={[i.constants.BROTLI_PARAM_QUALITY]:6}
function pack(e){const n=JSON.stringify(e)
if(n.length>15*o)return undefined
const t=s+(0,i.brotliCompressSync)(n,{params:c}).toString("base64url")
return t.length>o?undefined:t}const isPacked=e=>e.startsWith(s)
function unpack(e,n){try{const t=Buffer.from(e.slice(s.length),"base64url")
const r=JSON.parse((0,i.brotliDecompressSync)(t,{maxOutputLength:a}).toString())
if(isA(r,n))return r}catch(e){throw unreadable(n,e)}throw unreadable(n)}const isA=(e,n)=>typeof e==="object"&&e!==null&&"kind"in e&&e.kind===n&&"version"in e&&e.version===1
const unreadable=(e,n)=>new r.yo({code:"document/unreadable",message:`the packed ${e} cannot be read`,fix:"hand on the output `packed` of the action that made it as it is, or leave it out"},{cause:n})}),97898:((e,n,t)=>{t.d(n,{T:()=>subjectsText,Z:()=>subjectsOf})
var i=t(42787)
function subjectsOf(e){if(e.kind==="lucid.build")return e.images.flatMap(({contentRef:e,digest:n,outcome:t})=>n!==undefined&&t==="built"?[{name:(0,i._)(e),digest:n}]:[])
return e.services.flatMap(({image:e,digest:n,outcome:t,copies:i=[]})=>{if(n===undefined||t!=="published")return[]
return[e,...i.map(e=>e.image)].map(e=>({name:e,digest:n}))})}function subjectsText(e){return e.map(({name:e,digest:n})=>`${n.replace(/^sha256:/,"")}  ${e}\n`).join("")}}),99119:((e,n,t)=>{t.d(n,{m:()=>failureSection})
var i=t(51793)
var r=t(99643)
var s=t(9179)
const failed=e=>e.filter(({problem:e})=>e!==undefined)
function failureSection(e,n,{logLines:t,most:i}){const r=failed(n)
const o=r.slice(0,i??r.length)
const a=r.length-o.length
return[...o.map(n=>failure(e,n,t)),...a>0?[`${(0,s.LS)(a,"more failure","more failures")}.`]:[]].join("\n\n")}function failure(e,{service:n,problem:t=""},s){const o=`#### ${(0,i.p7)(n)}: ${(0,i.p7)(t)}`
if(s===0)return o
const a=e.build?.images.filter(e=>e.service===n&&e.error!==undefined)??[]
const c=e.smoke?.services.filter(e=>e.service===n&&e.failure!==undefined)??[]
const l=[...a.map(({error:e})=>(e?.log??[]).slice(-s)),...c.map(e=>(0,r.f7)(withShortLog(e,s)).split("\n"))]
return[o,...l.filter(e=>e.length>0).map(i.DV)].join("\n\n")}function withShortLog(e,n){const{failure:t}=e
return t===undefined?e:{...e,failure:{...t,log:t.log.slice(-n)}}}}),41565:((e,n,t)=>{t.d(n,{U:()=>fit})
function fit(e,n,t){const i=e.map(e=>({section:e,telling:0,text:e.tellings[0]?.()??""}))
const shortened=()=>i.filter(({telling:e})=>e>0).map(({section:e})=>e.name)
const text=()=>{const e=shortened()
const n=e.length===0?[]:[`_Shortened to fit: ${e.join(", ")}. ${t}_`]
return[...i.map(e=>e.text).filter(e=>e!==""),...n].join("\n\n")}
for(const e of i.toSorted((e,n)=>e.section.rank-n.section.rank)){while(Buffer.byteLength(text())>n&&e.telling<e.section.tellings.length){e.telling+=1
e.text=e.section.tellings[e.telling]?.()??""}}return text()}}),56635:((e,n,t)=>{t.d(n,{B:()=>toProgress,w:()=>isWhole})
var i=t(70421)
const r=new Set(["published","unchanged","built","held"])
const isWhole=({selected:e,services:n})=>e.length>=n.length
function toProgress(e,n){const{plan:t}=e
if(e.progress!==undefined)return e.progress
if(t.phases.length===0||!isWhole(t)&&n===undefined)return undefined
const s=new Set((0,i.h)(e).flatMap(({service:e,outcome:n})=>r.has(n)?e:[]))
for(const e of n===undefined?[]:standing(n))if(!t.selected.includes(e))s.add(e)
const o=t.phases.map(({id:e,title:n})=>{const i=t.services.filter(({phase:n})=>n===e)
const r=i.filter(({name:e})=>s.has(e)).length
const o=i.length+t.planned.filter(({phase:n})=>n===e).length
const a=r===o?"complete":r>0?"in progress":"pending"
return{id:e,title:n,required:o,complete:r,status:a}})
const total=e=>o.reduce((n,t)=>n+t[e],0)
const a=total("required")
const c=total("complete")
return{phases:o,required:a,complete:c,percent:a===0?0:Math.round(c/a*100)}}function standing({services:e,images:n}){return e.map(({name:e})=>e).filter(e=>{const t=n.filter(({service:n})=>n===e)
return t.length>0&&t.every(({decision:e})=>e.kind==="unchanged")})}}),44432:((e,n,t)=>{t.d(n,{S:()=>publishedLines})
function publishedLines({services:e}){return e.flatMap(({image:e,digest:n,tags:t,copies:i=[],signed:r})=>{const s=t.flatMap(({tag:n,state:t,previous:i})=>t==="kept"?[`${e}:${n} stays with ${i??"its first build"}`]:[])
if(n===undefined)return s
const line=(e,t)=>[`${e}@${n}`,...given(t),...r?["(signed)"]:[]].join(" ")
const o=i.filter(({outcome:e})=>e==="published"||e==="unchanged")
return[line(e,t),...o.map(e=>line(e.image,e.tags)),...s]})}function given(e){return e.filter(({state:e})=>e!=="held"&&e!=="kept").map(({tag:e})=>e)}}),87840:((e,n,t)=>{t.d(n,{Bl:()=>outcomeCell,Hu:()=>healthCell,I9:()=>sizeCell,k0:()=>planTable,oV:()=>serviceTable})
var i=t(51793)
var r=t(90070)
var s=t(9179)
const o={published:"\u2705",unchanged:"\u2705",built:"\u2705",planned:"\u23f3",held:"\u23f8\ufe0f",failed:"\u274c",skipped:"\u23ed\ufe0f",cancelled:"\u23f9\ufe0f",unknown:"\u2753"}
const outcomeCell=({outcome:e})=>`${o[e]} ${e}`
function serviceTable(e){const n=["service","outcome","decision","why","platforms","digest","tags","size:","layers:","build:"]
return(0,i.Qj)([...n,"checks","health"],e.map(e=>[`**${(0,i.p7)(e.service)}**`,outcomeCell(e),e.kept?"unchanged":e.decision,(0,i.p7)(e.why),e.platforms.join(" "),e.digest===undefined?"":`\`${(0,s.VK)(e.digest)}\``,e.tags.map(i.ti).join(" "),sizeCell(e),e.layers??"",e.buildMs===undefined?"":(0,s.p0)(e.buildMs),(0,r.kJ)(e).replace("-",""),healthCell(e)]))}function planTable(e){return(0,i.Qj)(["decision","service","why","platforms"],e.map(({decision:e,service:n,why:t,problem:r,platforms:s})=>[e,`**${(0,i.p7)(n)}**`,(0,i.p7)(r??t),s.join(" ")]))}function sizeCell({size:e,change:n}){if(e===undefined)return""
return n===undefined||n===0?(0,s.Ej)(e):`${(0,s.Ej)(e)} (${(0,s.S8)(n)})`}function healthCell({health:e,passedBefore:n,architecture:t,readyMs:r,latencyMs:o}){if(n!==undefined)return`\u2713 passed before, for ${(0,i.p7)(n.slice(0,7))}`
if(e===undefined||e==="skipped")return""
if(e!=="healthy")return`\u274c ${e}`
return[["\u2713",t].filter(Boolean).join(" "),...r===undefined?[]:[`ready in ${(0,s.p0)(r)}`],...o===undefined?[]:[`answers in ${(0,s.p0)(o)}`]].join(", ")}}),17467:((e,n,t)=>{t.d(n,{UC:()=>checkSection,KE:()=>listed,xw:()=>stepSummary})
var i=t(15005)
var r=t(4754)
var s=t(99119)
var o=t(34514)
var a=t(41565)
var c=t(51793)
var l=t(17783)
var u=t(9179)
const d=60
const f=24
const p='%%{init: {"gantt": {"leftPadding": 170, "barHeight": 18, "barGap": 4}}}%%'
function ganttSection(e){const n=(0,l.I)(e)
if(n.length===0)return undefined
const t=longest(n)
const i=new Set(n.map(({platform:e})=>e)).size>1
const r=[...(0,l.w)(t)].flatMap(([e,n])=>[`    section ${plain(e)}`,...n.map(e=>`    ${task(e,i)}`)])
const s=["```mermaid",p,"gantt","    dateFormat x","    axisFormat %H:%M:%S","    todayMarker off",...r,"```"].join("\n")
const o=n.length-t.length
const a=o===0?s:`${s}\n\nThe ${(0,u.LS)(t.length,"longest","longest")} of ${n.length}.`
return t.length>f?(0,c.AU)("timeline",a):a}function longest(e){if(e.length<=d)return e
const n=e.toSorted((e,n)=>n.end-n.start-(e.end-e.start)).slice(0,d)
return e.filter(e=>n.includes(e))}function task({kind:e,service:n,platform:t,start:i,end:r,good:s},o){const a=plain(o?`${n} ${t}`:n)
const c=s?e==="smoke"?"active, ":"":"crit, "
return`${e} ${a} :${c}${Math.round(i)}, ${Math.round(Math.max(r,i+1))}`}function plain(e){return e.replace(/[^\w./-]+/g," ").trim()||"unnamed"}var m=t(96464)
var g=t(36233)
var h=t(56635)
var b=t(44432)
var $=t(70421)
var v=t(15443)
var k=t(87840)
var S=t(99643)
const w=15
const x=100
function stepsSection({images:e}){const n=e.flatMap(({service:e,platform:n,steps:t=[]})=>t.map(t=>({...t,image:`${e} (${n})`}))).filter(({cached:e,durationMs:n})=>!e&&n>=x).sort((e,n)=>n.durationMs-e.durationMs).slice(0,w)
if(n.length===0)return undefined
return(0,c.AU)("slowest build steps",(0,c.Qj)(["image","step","took:"],n.map(({image:e,name:n,durationMs:t})=>[(0,c.p7)(e),(0,c.p7)(n),(0,u.p0)(t)])))}const y=900*1024
function stepSummary(e,n=y){const t=(0,$.h)(e)
const i=e.url===undefined?"this run's artifacts":`the [artifacts of this run](${e.url}#artifacts)`
return(0,a.U)(sections(e,t),n,`The whole of it is in report.html and report.json, in ${i}.`)}function sections(e,n){const{estimate:t}=e.plan
const i=(0,v.rz)(e)
const a=`### ${(0,m.Kg)(n)?"\u2705":"\u274c"} ${(0,m.Pl)(e,n)}`
const c=i&&t!==undefined&&n.length>0?`\n\n${(0,r.a)(t)}`:""
return[{rank:100,name:"headline",tellings:[()=>`${a}${c}`]},tableSection(n,i?k.k0:k.oV),{rank:90,name:"failures",tellings:[50,15,5,0].map(t=>()=>(0,s.m)(e,n,{logLines:t})).concat([()=>(0,s.m)(e,n,{logLines:5,most:50}),()=>(0,s.m)(e,n,{logLines:0,most:50})])},once(70,"progress",progressSection(e)),once(60,"timeline",ganttSection(e)),once(30,"smoke",smokeSection(e)),listed(65,"failed checks",n=>checkSection(e,n)),listed(40,"findings",n=>e.lint===undefined?"":(0,o.QQ)(e.lint.findings,n)),once(35,"digests",e.publish&&publishedSection(e.publish)),once(20,"build steps",e.build&&stepsSection(e.build)),...(e.plan.inputs??[]).map(e=>once(10,`inputs of ${e.service}`,inputSection(e)))]}const once=(e,n,t)=>({...{rank:e,name:n},tellings:t===undefined?[]:[()=>t]})
const listed=(e,n,t)=>({...{rank:e,name:n},tellings:[500,100,20].map(e=>()=>t(e))})
function tableSection(e,n){const t=e.toSorted((e,n)=>news(n)-news(e))
const first=i=>()=>{const r=e.length-i
return r<=0?n(e):`${n(t.slice(0,i))}\n\n${(0,u.LS)(r,"more service")}.`}
return{rank:80,name:"table",tellings:[()=>n(e),first(1e3),first(300),first(100),first(20)]}}function news({outcome:e,problem:n,buildMs:t}){if(e==="failed")return 4
if(n!==undefined||e==="unknown")return 3
return t!==undefined?2:e==="unchanged"?0:1}function publishedSection(e){const n=(0,b.S)(e)
return n.length===0?undefined:(0,c.AU)("Published, by digest",(0,c.DV)(n))}function inputSection(e){const n=`${e.service} (${e.platform}) is built from`
const t=(0,g.l)(e,e=>e).split("\n").slice(1)
return(0,c.AU)(n,(0,c.DV)(t))}function smokeSection({smoke:e}){const n=e===undefined?[]:(0,S.zv)(e)
return n.length===0?undefined:(0,c.AU)("Smoke",(0,c.DV)(n))}function checkSection(e,n){const t=(0,i.T)(e)
if(t.length===0)return""
const r=(0,v.QD)(e).reduce((e,n)=>e+(n.unchecked?.length??0),0)
const s=t.slice(0,n).map(({level:e,text:n})=>`- ${e}: ${(0,c.p7)(n)}`)
const o=t.length-s.length
return(0,c.AU)(`${(0,u.LS)(t.length,"failed check")}, ${r} not looked at`,[...s,...o>0?[`- ${o} more`]:[]].join("\n"))}function progressSection(e){const n=(0,h.B)(e)
if(n===undefined)return undefined
const{complete:t,required:i,percent:r,phases:s}=n
return[`**${t} of ${i} images of the plan, ${r} %**`,(0,c.Qj)(["phase","category","required:","completed:","status"],[...s.map(e=>[e.id,(0,c.p7)(e.title),e.required,e.complete,e.status]),["**total**","**all phases**",`**${i}**`,`**${t}**`,`${r} %`]])].join("\n\n")}})}
