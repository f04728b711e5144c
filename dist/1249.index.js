export const id=1249
export const ids=[1249]
export const modules={49057:((e,t,n)=>{n.d(t,{K9:()=>unpackDocument,No:()=>packDocument,gt:()=>isPackedDocument})
var i=n(38522)
var r=n(39893)
var s=n(85465)
var o=n(45714)
const a="packed:1:"
const c=1e5
const l=64*1024*1024
const u={[i.constants.BROTLI_PARAM_QUALITY]:6}
function packDocument(e){const t=JSON.stringify(e)
if(t.length>15*c)return undefined
const n=a+(0,i.brotliCompressSync)(t,{params:u}).toString("base64url")
return n.length>c?undefined:n}const isPackedDocument=e=>e.startsWith(a)
function unpackDocument(e,t){const unreadable=(e,n)=>new s.yo({code:"document/unreadable",message:`the packed ${t.shape.kind.value} cannot be read`,...(0,r.s)({why:e}),fix:"pass the output `packed` of the action unchanged, or leave the input out"},{cause:n})
let n
try{const t=Buffer.from(e.slice(a.length),"base64url")
n=JSON.parse((0,i.brotliDecompressSync)(t,{maxOutputLength:l}).toString())}catch(e){throw unreadable(undefined,e)}let c=""
if((0,o.w)(t,n,e=>c=e))return n
throw unreadable(`it ${c}`)}}),90657:((e,t,n)=>{n.d(t,{m:()=>failureSection})
var i=n(65421)
var r=n(1669)
var s=n(35771)
const failedRows=e=>e.filter(({problem:e})=>e!==undefined)
function failureSection(e,t,{logLines:n,limit:r}){const s=failedRows(t)
const o=s.slice(0,r??s.length)
const a=s.length-o.length
return[...o.map(t=>failure(e,t,n)),...a>0?[`${(0,i.LS)(a,"more failure","more failures")}.`]:[]].join("\n\n")}function failure(e,{service:t,problem:n=""},i){const o=`#### ${(0,s.p7)(t)}: ${(0,s.p7)(n)}`
if(i===0)return o
const a=e.build?.images.filter(e=>e.service===t&&e.error!==undefined)??[]
const c=e.smoke?.services.filter(e=>e.service===t&&e.failure!==undefined)??[]
const l=[...a.map(({error:e})=>(e?.log??[]).slice(-i)),...c.map(e=>(0,r.f7)(withShortLog(e,i)).split("\n"))]
return[o,...l.filter(e=>e.length>0).map(s.DV)].join("\n\n")}function withShortLog(e,t){const{failure:n}=e
return n===undefined?e:{...e,failure:{...n,log:n.log.slice(-t)}}}}),12405:((e,t,n)=>{n.d(t,{W:()=>fitSections})
function fitSections(e,t,n){const i=e.map(e=>({section:e,variant:0,text:e.variants[0]?.()??""}))
const shortened=()=>i.filter(({variant:e})=>e>0).map(({section:e})=>e.name)
const text=()=>{const e=shortened()
const t=e.length===0?[]:[`_Shortened to fit: ${e.join(", ")}. ${n}_`]
return[...i.map(e=>e.text).filter(e=>e!==""),...t].join("\n\n")}
for(const e of i.toSorted((e,t)=>e.section.rank-t.section.rank)){while(Buffer.byteLength(text())>t&&e.variant<e.section.variants.length){e.variant+=1
e.text=e.section.variants[e.variant]?.()??""}}return text()}}),35934:((e,t,n)=>{n.d(t,{Bl:()=>outcomeCell,Hu:()=>healthCell,I9:()=>sizeCell,k0:()=>planTable,oV:()=>serviceTable})
var i=n(65421)
var r=n(95010)
var s=n(35771)
const o={published:"\u2705",unchanged:"\u2705",built:"\u2705",planned:"\u23f3",superseded:"\u2705",held:"\u23f8\ufe0f",failed:"\u274c",blocked:"\u274c",skipped:"\u23ed\ufe0f",cancelled:"\u23f9\ufe0f","not part of this release":"\u2796",unknown:"\u2753"}
const outcomeCell=({outcome:e})=>`${o[e]} ${e}`
function serviceTable(e){const t=["service","outcome","decision","why","platforms","digest","tags","size:","layers:","build:"]
return(0,s.Qj)([...t,"checks","health"],e.map(e=>[`**${(0,s.p7)(e.service)}**`,outcomeCell(e),e.kept?"unchanged":e.decision,(0,s.p7)(e.why),e.platforms.join(" "),e.digest===undefined?"":`\`${(0,i.VK)(e.digest)}\``,e.tags.map(s.ti).join(" "),sizeCell(e),e.layers??"",e.buildMs===undefined?"":(0,i.a3)(e.buildMs),(0,r.kJ)(e).replace("-",""),healthCell(e)]))}function planTable(e){return(0,s.Qj)(["decision","service","why","platforms"],e.map(({decision:e,service:t,why:n,problem:i,platforms:r})=>[e,`**${(0,s.p7)(t)}**`,(0,s.p7)(i??n),r.join(" ")]))}function sizeCell({size:e,change:t}){if(e===undefined)return""
return t===undefined||t===0?(0,i.Xq)(e):`${(0,i.Xq)(e)} (${(0,i.vm)(t)})`}function healthCell({health:e,passedBefore:t,architecture:n,readyMs:r,latencyMs:o,healthNote:a}){if(t!==undefined)return`\u2713 passed before, for ${(0,s.p7)(t.slice(0,7))}`
if(e===undefined||e==="skipped")return""
if(e==="not tried")return`\u23ed\ufe0f not tried${a===undefined?"":`: ${(0,s.p7)(a)}`}`
if(e!=="healthy")return`\u274c ${e}`
const c=[["\u2713",n].filter(Boolean).join(" "),...r===undefined?[]:[`ready in ${(0,i.a3)(r)}`],...o===undefined?[]:[`answers in ${(0,i.a3)(o)}`]].join(", ")
return a===undefined?c:`${c}; ${(0,s.p7)(a)}`}}),93713:((e,t,n)=>{n.d(t,{XJ:()=>attemptSection,UC:()=>checkSection,C:()=>firstRows,$0:()=>holdSection,iC:()=>listSection,CM:()=>remarkSection,xw:()=>stepSummary})
var i=n(65421)
var r=n(24280)
var s=n(88195)
var o=n(9851)
var a=n(63691)
var c=n(81067)
var l=n(28332)
var u=n(2343)
var d=n(8073)
var f=n(57107)
var p=n(91886)
var h=n(1669)
var m=n(90657)
var g=n(12405)
var v=n(70927)
var $=n(35771)
const S=60
const k=24
const b='%%{init: {"gantt": {"leftPadding": 170, "barHeight": 18, "barGap": 4}}}%%'
function ganttSection(e){const t=(0,v.IO)(e)
if(t.length===0)return undefined
const n=longest(t)
const r=new Set(t.map(({platform:e})=>e)).size>1
const s=[...(0,v.wX)(n)].flatMap(([e,t])=>[`    section ${plain(e)}`,...t.map(e=>`    ${task(e,r)}`)])
const o=["```mermaid",b,"gantt","    dateFormat x","    axisFormat %H:%M:%S","    todayMarker off",...s,"```"].join("\n")
const a=t.length-n.length
const c=a===0?o:`${o}\n\nThe ${(0,i.LS)(n.length,"longest","longest")} of ${t.length}.`
return n.length>k?(0,$.AU)("timeline",c):c}function longest(e){if(e.length<=S)return e
const t=e.toSorted((e,t)=>t.end-t.start-(e.end-e.start)).slice(0,S)
return e.filter(e=>t.includes(e))}function task({kind:e,service:t,platform:n,start:i,end:r,good:s},o){const a=plain(o?`${t} ${n}`:t)
const c=s?e==="smoke"?"active, ":"":"crit, "
return`${e} ${a} :${c}${Math.round(i)}, ${Math.round(Math.max(r,i+1))}`}function plain(e){return e.replace(/[^\w./-]+/g," ").trim()||"unnamed"}var w=n(35934)
const M=15
const y=100
function slowestStepsSection({images:e}){const t=e.flatMap(({service:e,platform:t,steps:n=[]})=>n.map(n=>({...n,image:`${e} (${t})`}))).filter(({cached:e,durationMs:t})=>!e&&t>=y).sort((e,t)=>t.durationMs-e.durationMs).slice(0,M)
if(t.length===0)return undefined
return(0,$.AU)("slowest build steps",(0,$.Qj)(["image","step","took:"],t.map(({image:e,name:t,durationMs:n})=>[(0,$.p7)(e),(0,$.p7)(t),(0,i.a3)(n)])))}const j=900*1024
function stepSummary(e,t=j){const n=(0,c.h)(e)
const i=e.url===undefined?"this run's artifacts":`the [artifacts of this run](${e.url}#artifacts)`
return(0,g.W)(sections(e,n),t,`Everything is in report.html and report.json, in ${i}.`)}function sections(e,t){const{estimate:n}=e.plan
const i=(0,o.r)(e)
const s=`### ${(0,r.dM)(e,t)}`
const a=i&&n!==undefined&&t.length>0?`\n\n${(0,f.eG)(n)}`:""
return[{rank:100,name:"headline",variants:[()=>`${s}${a}`]},holdSection(e),attemptSection(e),tableSection(t,i?w.k0:w.oV),{rank:90,name:"failures",variants:[50,15,5,0].map(n=>()=>(0,m.m)(e,t,{logLines:n})).concat([()=>(0,m.m)(e,t,{logLines:5,limit:50}),()=>(0,m.m)(e,t,{logLines:0,limit:50})])},fixedSection(70,"progress",progressSection(e)),fixedSection(60,"timeline",ganttSection(e)),fixedSection(30,"smoke",smokeSection(e)),listSection(65,"failed checks",t=>checkSection(e,t)),remarkSection(e),listSection(40,"findings",t=>e.lint===undefined?"":(0,u.QQ)(e.lint.findings,t)),fixedSection(35,"digests",e.publish&&publishedSection(e.publish)),fixedSection(20,"build steps",e.build&&slowestStepsSection(e.build)),...(e.plan.inputs??[]).map(e=>fixedSection(10,`inputs of ${e.service}`,inputSection(e)))]}function holdSection({plan:e}){const t=(0,f.pL)(e.source)
return fixedSection(99,"hold",t&&`\u26a0\ufe0f ${(0,$.p7)(t)}`)}function attemptSection({attempt:e}){const t=`Attempt ${e}: only jobs that had failed ran again, and those after them. \`unchanged\` includes what an earlier attempt published.`
return fixedSection(98,"attempt",e===undefined?undefined:t)}function remarkSection({plan:e}){const t=(0,f.rK)(e).map(e=>`- ${(0,$.p7)(e)}`)
return listSection(66,"remarks of the plan",e=>t.slice(0,e).join("\n"))}const fixedSection=(e,t,n)=>({...{rank:e,name:t},variants:n===undefined?[]:[()=>n]})
const listSection=(e,t,n)=>({...{rank:e,name:t},variants:[500,100,20].map(e=>()=>n(e))})
function tableSection(e,t){const n=e.toSorted((e,t)=>news(t)-news(e))
const first=i=>()=>e.length<=i?t(e):firstRows(n,i,t)
return{rank:80,name:"table",variants:[()=>t(e),first(1e3),first(300),first(100),first(20)]}}function firstRows(e,t,n){const r=e.length-t
return r<=0?n(e):`${n(e.slice(0,t))}\n\n${(0,i.LS)(r,"more service")}.`}function news(e){const{outcome:t,problem:n,buildMs:i}=e
if(t==="failed"||t==="blocked")return 4
if(n!==undefined||(0,a.HN)(e)==="red")return 3
return i!==undefined?2:t==="unchanged"?0:1}function publishedSection(e){const t=(0,p.S)(e)
return t.length===0?undefined:(0,$.AU)("Published, by digest",(0,$.DV)(t))}function inputSection(e){const t=`${e.service} (${e.platform}) is built from`
const n=(0,d.l)(e,e=>e).split("\n").slice(1)
return(0,$.AU)(t,(0,$.DV)(n))}function smokeSection({smoke:e}){const t=e===undefined?[]:(0,h.zv)(e)
return t.length===0?undefined:(0,$.AU)("Smoke",(0,$.DV)(t))}function checkSection(e,t){const n=(0,l.T)(e)
if(n.length===0)return""
const r=(0,o.Q)(e).reduce((e,t)=>e+(t.unchecked?.length??0),0)
const s=n.slice(0,t).map(({level:e,text:t})=>`- ${e}: ${(0,$.p7)(t)}`)
const a=n.length-s.length
return(0,$.AU)(`${(0,i.LS)(n.length,"failed check")}, ${r} not looked at`,[...s,...a>0?[`- ${a} more`]:[]].join("\n"))}function progressSection(e){const t=(0,s.B)(e)
if(t===undefined)return undefined
const{complete:n,required:i,percent:r,phases:o}=t
return[`**${n} of ${i} images of the plan, ${r} %**`,(0,$.Qj)(["phase","category","required:","completed:","status"],[...o.map(e=>[...[e.id,(0,$.p7)(e.title),e.required,e.complete,e.status]]),["**total**","**all phases**",`**${i}**`,`**${n}**`,`${r} %`]])].join("\n\n")}}),88195:((e,t,n)=>{n.d(t,{B:()=>toProgress,s:()=>coversAllServices})
var i=n(81067)
const r=new Set(["published","unchanged","superseded","built","held"])
const coversAllServices=({selected:e,services:t})=>e.length>=t.length
function toProgress(e,t){const{plan:n}=e
if(e.progress!==undefined)return e.progress
if(n.phases.length===0||!coversAllServices(n)&&t===undefined)return undefined
const s=new Set((0,i.h)(e).flatMap(({service:e,outcome:t})=>r.has(t)?e:[]))
for(const e of t===undefined?[]:standing(t))if(!n.selected.includes(e))s.add(e)
const o=n.phases.map(({id:e,title:t})=>{const i=n.services.filter(({phase:t})=>t===e)
const r=i.filter(({name:e})=>s.has(e)).length
const o=i.length+n.planned.filter(({phase:t})=>t===e).length
const a=r===o?"complete":r>0?"in progress":"pending"
return{id:e,title:t,required:o,complete:r,status:a}})
const total=e=>o.reduce((t,n)=>t+n[e],0)
const a=total("required")
const c=total("complete")
return{phases:o,required:a,complete:c,percent:a===0?0:Math.round(c/a*100)}}function standing({services:e,images:t}){return e.map(({name:e})=>e).filter(e=>{const n=t.filter(({service:t})=>t===e)
return n.length>0&&n.every(({decision:e})=>e.kind==="unchanged")})}}),70927:((e,t,n)=>{n.d(t,{IO:()=>timeline,gu:()=>runSpan,wX:()=>lanes})
var i=n(39893)
function timeline({plan:e,build:t,smoke:n}){const r=new Map(e.waves.flatMap((e,t)=>e.map(e=>[e,t+1])))
const bar=(e,{service:t,platform:n,startedAt:s,durationMs:o,runner:a},c)=>{const l=Date.parse(s??"")
if(Number.isNaN(l)||o===undefined)return[]
const u={service:t,platform:n,wave:r.get(t)??1,...(0,i.s)({runner:a})}
return[{kind:e,...u,start:l,end:l+o,good:c}]}
return[...t?.images.flatMap(e=>bar("build",e,e.outcome==="built"))??[],...n?.services.flatMap(e=>bar("smoke",e,e.verdict==="healthy"))??[]].sort((e,t)=>e.start-t.start)}function lanes(e){const t=new Set(e.map(({runner:e})=>e)).size>1
const n=e.filter(({kind:e})=>e==="build").sort((e,t)=>e.wave-t.wave||e.start-t.start)
const i=e.filter(({kind:e})=>e==="smoke")
return Map.groupBy([...n,...i],({kind:e,wave:n,runner:i})=>[e==="build"?`wave ${n}`:"smoke",...t?[i??"this machine"]:[]].join(", "))}function runSpan(e){const t=timeline(e)
if(t.length===0)return undefined
return Math.max(...t.map(({end:e})=>e))-Math.min(...t.map(({start:e})=>e))}}),91886:((e,t,n)=>{n.d(t,{S:()=>publishedLines})
function publishedLines({services:e}){return e.flatMap(({image:e,digest:t,release:n,tags:i,copies:r=[],signed:s})=>{const o=i.flatMap(({tag:t,state:n,previous:i})=>n==="kept"?[`${e}:${t} stays with ${i??"its first build"}`]:[])
if(t===undefined)return o
const lines=(e,i)=>{const line=(t,n,i=[])=>writtenTags(n).length===0?[]:[[`${e}@${t}`,...writtenTags(n),...i,...s?["(signed)"]:[]].join(" ")]
if(n===undefined)return line(t,i)
const[r,o]=[true,false].map(e=>i.filter(t=>t.release===true===e))
return[...line(t,o??[]),...line(n.digest,r??[],releaseNote(n))]}
const a=r.filter(({outcome:e})=>e==="published"||e==="unchanged")
return[...lines(e,i),...a.flatMap(e=>lines(e.image,e.tags)),...o]})}function releaseNote({version:e,relabelled:t=[],attestations:n}){if(t.length===0)return[]
const i=t.map(({platform:e,from:t})=>`${e} from ${t}`).join(", ")
return[`(labelled ${e}: ${i}${n===undefined?"":"; attestations left out"})`]}function writtenTags(e){return e.filter(({state:e})=>e!=="held"&&e!=="kept").map(({tag:e})=>e)}})}
