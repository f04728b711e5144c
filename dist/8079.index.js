export const id=8079
export const ids=[8079]
export const modules={18079:((e,t,n)=>{n.d(t,{reportPage:()=>reportPage})
var r=n(77598)
var l=n(53091)
var o=n(65421)
var a=n(24280)
var s=n(88195)
var i=n(63691)
var d=n(81067)
var c=n(57107)
var u=n(65538)
var m=n(9851)
var p=n(1669)
var f=n(34137)
function el(e,t,n){return(0,f.h)(e,t,n)}function section({id:e,title:t,body:n}){return el("section",{id:e,"aria-labelledby":`${e}-title`},[el("h2",{id:`${e}-title`},t),n])}function table(e,t,n){const r=t.map(e=>el("th",{scope:"col",class:e.endsWith(":")?"number":undefined},e.replace(/:$/,"")))
return elements_scroll(e,el("table",null,[el("thead",null,el("tr",null,r)),el("tbody",null,n)]))}function elements_scroll(e,t){return el("div",{class:"scroll",tabIndex:0,role:"region","aria-label":e},t)}function bar(e,t=""){return el("svg",{class:`bar ${t}`,"aria-hidden":"true",height:4,width:"100%"},[el("rect",{class:"rest",width:"100%",height:4,rx:2}),el("rect",{width:percent(e),height:4,rx:2})])}const percent=e=>`${(Math.min(1,Math.max(0,e))*100).toFixed(2)}%`
const h=84
const g=20
function sparkline(e,t){const n=e.flatMap((e,t)=>e===undefined?[]:[{value:e,i:t}])
if(n.length<2)return null
const r=n.map(({value:e})=>e)
const[l,o]=[Math.min(...r),Math.max(...r)]
const x=t=>2+t/Math.max(1,e.length-1)*(h-5)
const y=e=>o===l?g/2:g-3-(e-l)/(o-l)*(g-6)
const a=n.at(-1)??{value:0,i:0}
const s=n.map(({value:e,i:t})=>`${x(t).toFixed(1)},${y(e).toFixed(1)}`).join(" ")
return el("svg",{class:"spark",width:h,height:g,role:"img","aria-label":t},[el("polyline",{points:s}),el("circle",{cx:x(a.i).toFixed(1),cy:y(a.value).toFixed(1),r:2})])}const serviceData=e=>({"data-service":e})
const anchorOf=e=>`service-${encodeURIComponent(e.toWellFormed())}`
const b=500
const v=8
function detailsPart(e,t){const n=Map.groupBy((0,m.Q)(e),({service:e})=>e)
const r=Map.groupBy(e.build?.images??[],({service:e})=>e)
const l=Map.groupBy(e.smoke?.services??[],({service:e})=>e)
const o=t.map(e=>{const t=r.get(e.service)??[]
const o=l.get(e.service)??[]
return fold(e,n.get(e.service)??[],t,o)})
return{id:"checks",title:"Checks",body:el("div",null,o)}}function fold(e,t,n,r){const l=t.flatMap(e=>e.checks)
const a=r.flatMap(({probes:e})=>e)
const s=l.length+a.length
const i=l.filter(({ok:e})=>!e).length+a.filter(({ok:e})=>!e).length
const d=t.flatMap(e=>e.unchecked??[])
const c=d.length===0?"":`, ${d.length} not looked at`
const u=s===0?"nothing was checked":`${s-i} of ${s} passed${c}`
return el("details",{id:anchorOf(e.service),open:e.problem!==undefined,...serviceData(e.service)},[el("summary",null,[el("b",null,e.service),` ${u}`]),e.problem===undefined?null:el("p",{class:"problem"},e.problem),el("ul",{class:"checks"},[...l.map(e=>el("li",{class:classOf(e)},checkText(e))),...d.map(({id:e,reason:t})=>el("li",{class:"skipped"},`${e}: not looked at, ${t}`)),...a.map(({ok:e,target:t,status:n,latencyMs:r,error:l})=>el("li",{class:e?"good":"bad"},[t,n,r===undefined?undefined:(0,o.a3)(r),l].filter(e=>e!==undefined).join(" \xb7 ")))]),stepList(n.flatMap(({steps:e=[]})=>e)),...n.map(({error:e})=>block(e?.log?.join("\n"))),...r.map(e=>block((0,p.f7)(e)))])}const block=e=>e===undefined||e===""?null:el("pre",{tabIndex:0},e)
const classOf=({ok:e,level:t})=>e?"good":t==="warning"?"warned":"bad"
const checkText=e=>e.ok?`${e.name}: ${e.actual}`:(0,u.ZA)(e)
function stepList(e){const t=e.filter(({cached:e,durationMs:t})=>!e&&t>=b).sort((e,t)=>t.durationMs-e.durationMs).slice(0,v)
if(t.length===0)return null
return el("div",null,[el("p",{class:"soft"},"Slowest steps"),el("ul",{class:"steps"},t.map(({name:e,durationMs:t})=>el("li",null,[el("b",null,(0,o.a3)(t))," ",el("code",null,e)])))])}var w=n(85465)
var k=n(91886)
function findingsPart({lint:e}){if(e===undefined||e.findings.length===0)return undefined
const t=["Severity","Where","What","Rule"]
const n=e.findings.map(({severity:e,message:t,why:n,fix:r,at:l,code:o,service:a})=>el("tr",a===undefined?null:serviceData(a),[el("td",null,el("span",{class:`badge ${e}`},e)),el("td",null,l===undefined?"-":el("code",null,(0,w.j$)(l))),el("td",{class:"why"},[t,...[n,r].map(e=>e?el("small",null,e):null)]),el("td",null,el("code",null,o))]))
return{id:"findings",title:`Findings (${e.findings.length})`,body:table("Findings",t,n)}}function progressPart(e){const t=(0,s.B)(e)
if(t===undefined)return undefined
const{complete:n,required:r,percent:l,phases:o}=t
const a=["Phase","Category","Completed","Status","Still planned"]
const i=o.map(({id:t,title:n,required:r,complete:l,status:o})=>el("tr",null,[el("th",{scope:"row"},t),el("td",null,n),el("td",{class:"meter"},[`${l} of ${r}`,bar(r===0?0:l/r,"good")]),el("td",null,el("span",{class:`badge ${o.replace(" ","-")}`},o)),el("td",{class:"why"},el("small",null,plannedIn(e,t)))]))
const d=`Plan: ${n} of ${r}, ${l} %`
return{id:"plan",title:d,body:table("Plan",a,i)}}const plannedIn=({plan:e},t)=>e.planned.filter(({phase:e})=>e===t).map(({title:e})=>e).join(", ")
function trendsPart(e){const{history:t=[],build:n,durationMs:r}=e
const l=(n?.images??[]).reduce((e,{size:t=0})=>e+t,0)
const a=t.map(({services:e})=>Object.values(e).reduce((e,{size:t=0})=>e+t,0))
const s=t.map(({services:e})=>Object.values(e).filter(e=>(0,i.HN)(e)!=="red").length)
const d=[["Time",r===undefined?"-":(0,o.a3)(r),sparkline([...t.map(e=>e.durationMs),r],"time of the last runs")],["All images",l===0?"-":(0,o.Xq)(l),sparkline([...a,l].map(e=>e||undefined),"size of all images over the last runs")],["Not failed",(0,o.LS)(s.at(-1)??0,"service"),sparkline(s,"services that did not fail over the last runs")]]
const c=d.filter(([,,e])=>e!==null)
if(c.length===0)return undefined
return{id:"trends",title:`The last ${t.length+1} runs`,body:el("dl",{class:"tiles"},c.map(([e,t,n])=>el("div",null,[el("dt",null,e),el("dd",null,[t," ",n])])))}}function commandsPart({build:e,publish:t}){const n=e===undefined||e.command.length===0?undefined:e.command.join(" ")
const r=t===undefined?[]:(0,k.S)(t)
if(n===undefined&&r.length===0)return undefined
const block=(e,t)=>[el("p",{class:"soft"},e),el("pre",{tabIndex:0},t)]
return{id:"commands",title:"Commands and digests",body:el("div",null,[...n===undefined?[]:block("Builds all of it at once, in the catalog's folder:",n),...r.length===0?[]:block("Published, by digest:",r.join("\n"))])}}const $=6
function layoutGraph(e){const t=[...new Set(e.flatMap(({from:e,to:t})=>[e,t]))]
const n=grouped(t,e)
const r=new Map(n.flatMap(({id:e,names:t})=>t.map(t=>[t,e])))
const l=new Map
for(const{from:t,to:n,kind:o}of e){const e={from:r.get(t)??t,to:r.get(n)??n,kind:o}
l.set(`${e.from}\n${e.to}\n${o}`,e)}const o=[...l.values()]
const a=columnsOf(n.map(({id:e})=>e),o)
const s=new Map
const i=Math.max(0,...a.values())+1
for(let e=0;e<i;e+=1){const t=n.filter(({id:t})=>a.get(t)===e)
const preferredRow=e=>{const t=o.filter(({to:t})=>t===e).map(({from:e})=>s.get(e)?.row??0)
return t.length===0?0:t.reduce((e,t)=>e+t,0)/t.length}
const r=t.toSorted((e,t)=>preferredRow(e.id)-preferredRow(t.id)||e.id.localeCompare(t.id))
for(const[t,{id:n,names:l}]of r.entries())s.set(n,{id:n,names:l,column:e,row:t})}const d=[...s.values()]
return{nodes:d,edges:o,columns:i,rows:Math.max(0,...d.map(({row:e})=>e))+1}}function grouped(e,t){const n=Map.groupBy(t,({to:e})=>e)
const r=new Set(t.map(({from:e})=>e))
const l=Map.groupBy(e,e=>{if(r.has(e))return e
const t=(n.get(e)??[]).map(({from:e,kind:t})=>`${t} ${e}`).sort()
return`leaf of ${t.join("\n")}`})
return[...l.values()].flatMap(e=>e.length>=$?[{id:e[0]??"",names:e}]:e.map(e=>({id:e,names:[e]})))}function columnsOf(e,t){const n=new Map(e.map(e=>[e,0]))
for(let r=0;r<e.length;r+=1){let r=false
for(const{from:l,to:o}of t){const t=(n.get(l)??0)+1
if(t<=(n.get(o)??0)||t>e.length)continue
n.set(o,t)
r=true}if(!r)break}return n}const M=190
const z=30
const S=90
const P=12
const j=8
function graphPart(e,t){const n=edgesOf(e)
if(n.length===0)return undefined
const r=new Map(t.map(({service:e,outcome:t})=>[e,t]))
const{nodes:l,edges:a,columns:s,rows:i}=layoutGraph(n)
const d=new Map(l.map(e=>[e.id,e]))
const c=e.selected.filter(e=>!l.some(({names:t})=>t.includes(e))).length
const u=s*M+(s-1)*S+j*2
const m=i*(z+P)-P+j*2
const p=`${(0,o.LS)(n.filter(({kind:e})=>e==="image").length,"image")} built from another`
const f=el("svg",{class:"graph",width:u,height:m,role:"img","aria-label":p},[...a.map(e=>line(e,d)),...l.map(e=>box(e,r.get(e.id)??"outside"))])
const h=["Solid lines: built FROM. Dashed lines: needs it to run.",...c>0?[`${(0,o.LS)(c,"service depends","services depend")} on no other.`]:[]]
return{id:"graph",title:"Dependencies",body:el("div",null,[el("p",{class:"soft"},h.join(" ")),elements_scroll("Dependencies",f)])}}function edgesOf({images:e,services:t,selected:n}){const r=new Map
const add=e=>r.set(`${e.kind} ${e.from} ${e.to}`,e)
for(const{service:t,from:n}of e)for(const e of Object.values(n))add({from:e,to:t,kind:"image"})
const l=new Set(n)
for(const{name:e,needs:n}of t)if(l.has(e))for(const t of n)add({from:t,to:e,kind:"need"})
return[...r.values()]}const x=({column:e})=>j+e*(M+S)
const y=({row:e})=>j+e*(z+P)
function line({from:e,to:t,kind:n},r){const[l,o]=[r.get(e),r.get(t)]
if(l===undefined||o===undefined)return null
const[a,s,i,d]=[x(l)+M,y(l)+z/2,x(o),y(o)+z/2]
const c=S/2
return el("path",{class:n,d:`M${a} ${s} C${a+c} ${s} ${i-c} ${d} ${i} ${d}`})}function box(e,t){const{names:n}=e
const[r=""]=n
const l=n.length>1?`${n.length} services`:r.length>24?`${r.slice(0,23)}\u2026`:r
return el("g",{class:`node ${n.length>1?"crowd":t}`,...n.length===1&&serviceData(r)},[el("title",null,n.length>1?n.join(", "):`${r}: ${t}`),el("rect",{x:x(e),y:y(e),width:M,height:z,rx:6}),el("text",{x:x(e)+12,y:y(e)+19},l)])}function healthPart(e){const t=(e.smoke?.services??[]).filter(({verdict:e})=>e!=="skipped")
if(t.length===0)return undefined
const n=new Set(t.map(({platform:e})=>e)).size>1
const r=Math.max(1,...t.map(({readyMs:e=0})=>e))
const l=Math.max(1,...t.map(({probes:e})=>e[0]?.latencyMs??0))
const past=(t,r)=>n?[]:(e.history??[]).map(({services:e})=>e[t]?.[r])
const a=["Service","Verdict","Probe","Ready after","Answers in","Latency over time"]
const s=t.map(({service:e,platform:t,verdict:a,architecture:s,readyMs:i,probes:d,failure:c,warnings:u,reason:m})=>{const[p]=d
return el("tr",serviceData(e),[el("th",{scope:"row"},[e,n?el("small",null,t):null]),el("td",null,[el("span",{class:`badge ${a}`},a),...(u??[]).map(e=>el("small",null,`\u26a0\ufe0f ${e}`)),el("small",null,c?.guess??m??s)]),el("td",null,[p===undefined?"-":el("code",null,p.target.replace(/ http:\/\/[^/]+/," ")),p?.port===undefined?null:el("small",null,`port ${p.port}`)]),el("td",{class:"meter"},i===undefined?"-":[(0,o.a3)(i),bar(i/r)]),el("td",{class:"meter"},p?.latencyMs===undefined?"-":[(0,o.a3)(p.latencyMs),bar(p.latencyMs/l)]),el("td",null,sparkline([...past(e,"latencyMs"),p?.latencyMs],`latency of ${e} over the last runs`))])})
const{name:i,subnet:d,note:c}=e.smoke?.network??{name:""}
const u=`On network ${i}${d===undefined?"":` (${d})`}${c===undefined?"":`: ${c}`}.`
return{id:"health",title:"Health",body:el("div",null,[el("p",{class:"soft"},u),table("Health",a,s)])}}const O=`\n"use strict";\n(() => {\n\tconst first = (query) => document.querySelector(query);\n\tconst all = (query) => [...document.querySelectorAll(query)];\n\tconst search = first("#search"), count = first("#count"), controls = first("#controls");\n\tcontrols.hidden = false;\n\tconst outcomes = new Map(all("[data-outcome]").map((row) => [row.dataset.service, row.dataset.outcome]));\n\tconst words = new Map(all("[data-outcome]").map((row) => [row.dataset.service, row.textContent.toLowerCase()]));\n\tconst chips = all("button[data-filter]");\n\tconst filtered = all("[data-service]");\n\tconst apply = () => {\n\t\tconst query = search.value.toLowerCase().split(/\\s+/).filter(Boolean);\n\t\tconst on = new Set(chips.filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => chip.dataset.filter));\n\t\tconst shown = new Set();\n\t\tfor (const [name, text] of words)\n\t\t\tif (query.every((word) => text.includes(word)) && (on.size === 0 || on.has(outcomes.get(name)))) shown.add(name);\n\t\tconst everything = shown.size === words.size;\n\t\tfor (const node of filtered) {\n\t\t\tconst hit = everything || shown.has(node.dataset.service);\n\t\t\tif (node.closest("svg") && node.tagName !== "TR") node.classList.toggle("dim", !hit);\n\t\t\telse node.hidden = !hit;\n\t\t}\n\t\tcount.textContent = everything ? words.size + " services" : shown.size + " of " + words.size + " services";\n\t};\n\tlet waiting;\n\tsearch.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 60); });\n\tfor (const chip of chips)\n\t\tchip.addEventListener("click", () => {\n\t\t\tchip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));\n\t\t\tapply();\n\t\t});\n\tdocument.addEventListener("keydown", (event) => {\n\t\tif (event.key === "/" && event.target !== search && !event.ctrlKey && !event.metaKey) { event.preventDefault(); search.focus(); }\n\t\tif (event.key === "Escape" && event.target === search) { search.value = ""; apply(); }\n\t});\n\tconst open = () => {\n\t\tconst target = document.getElementById(location.hash.slice(1));\n\t\tif (target instanceof HTMLDetailsElement) { target.open = true; target.querySelector("summary").focus(); }\n\t};\n\taddEventListener("hashchange", open);\n\topen();\n\tconst root = document.documentElement, theme = first("#theme");\n\tconst dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;\n\tconst name = () => { theme.textContent = dark() ? "Light" : "Dark"; };\n\ttry { const kept = localStorage.getItem("lucid-theme"); if (kept === "dark" || kept === "light") root.dataset.theme = kept; } catch {}\n\ttheme.addEventListener("click", () => {\n\t\troot.dataset.theme = dark() ? "light" : "dark";\n\t\ttry { localStorage.setItem("lucid-theme", root.dataset.theme); } catch {}\n\t\tname();\n\t});\n\tname();\n\tapply();\n})();\n`.trim()
var L=n(95010)
function servicesPart(e){const t=Math.max(1,...e.map(({buildMs:e})=>e??0))
const n=["Service","Outcome","Decision, reason","Digest and tags","Size:","Build:","Checks","Health"]
return{id:"services",title:"Services",body:table("Services",n,e.map(e=>serviceRow(e,t)))}}function serviceRow(e,t){const{service:n,title:r,outcome:l,decision:a,kept:s,why:i,problem:d,platforms:c,digest:u,tags:m,buildMs:p}=e
const f=el("a",{href:`#${anchorOf(n)}`},n)
return el("tr",{...serviceData(n),"data-outcome":l},[el("th",{scope:"row"},[f,r===n?null:el("small",null,r)]),el("td",null,[el("span",{class:`badge ${l}`},l),el("small",null,c.join(", "))]),el("td",{class:"why"},[s?"unchanged":a,el("small",null,i),d===undefined?null:el("small",{class:"problem"},d)]),el("td",null,[u===undefined?"-":el("code",{title:u},(0,o.VK)(u)),...m.map(e=>el("small",null,e))]),el("td",{class:"number"},sizeOf(e)),el("td",{class:"number meter"},p===undefined?"-":[(0,o.a3)(p),bar(p/t)]),el("td",{class:markOf(e)},(0,L.kJ)(e)),el("td",null,healthOf(e))])}function sizeOf({size:e,change:t}){if(e===undefined)return"-"
return[(0,o.Xq)(e),t===undefined||t===0?null:el("small",null,(0,o.vm)(t))]}const markOf=({checks:e})=>e===undefined?"":e.failed.length>0?"bad":e.warned.length>0?"warned":"good"
function healthOf(e){const{passedBefore:t,latencyMs:n,readyMs:r}=e
if(t!==undefined)return["\u2713 before",el("small",null,`for ${t.slice(0,7)}`)]
const l=[...r===undefined?[]:[`ready in ${(0,o.a3)(r)}`],...n===undefined?[]:[`answers in ${(0,o.a3)(n)}`]]
return[(0,L.j)(e),l.length===0?null:el("small",null,l.join(", "))]}const C=.004
function sizesPart(e){const t=(e.build?.images??[]).filter(({size:e})=>e!==undefined)
if(t.length===0)return undefined
const n=Math.max(...t.map(({size:e=0})=>e))
const r=new Set(t.map(({platform:e})=>e)).size>1
const l=t.toSorted((e,t)=>(t.size??0)-(e.size??0))
const past=t=>(e.history??[]).map(({services:e})=>e[t]?.size)
const a=["Image","Size:","Change:","Layers, from the base up","Over time"]
const s=l.map(t=>el("tr",serviceData(t.service),[el("th",{scope:"row"},[t.service,r?el("small",null,t.platform):null]),el("td",{class:"number"},(0,o.Xq)(t.size??0)),el("td",{class:"number"},changeOf(e,t)),el("td",{class:"wide"},stack(t,n)),el("td",null,r?null:sparkline([...past(t.service),t.size],`size of ${t.service} over the last runs`))]))
return{id:"sizes",title:"Images and layers",body:table("Images and layers",a,s)}}function changeOf({plan:e,history:t=[]},{service:n,platform:r,size:l=0}){const a=e.images.find(e=>e.service===n&&e.platform===r)?.decision
if(a?.kind==="unchanged")return"same"
const s=a?.kind==="build"?a.before?.size:undefined
const i=e.images.filter(e=>e.service===n).length===1
const d=s??(i?lastOf(t,n)?.size:undefined)
return d===undefined?"new":(0,o.vm)(l-d)}function lastOf(e,t){return e.findLast(({services:e})=>e[t]!==undefined)?.services[t]}function stack({size:e=0,spec:t},n){const r=t?.layers??[{size:e}]
const l=[]
for(const{size:e,by:t="a layer"}of r){const r=l.at(-1)
if(r!==undefined&&e/n<C&&r.size/n<C*2){l[l.length-1]={size:r.size+e,by:r.by,count:r.count+1}}else l.push({size:e,by:t,count:1})}let a=0
const s=`${r.length} layers, ${(0,o.Xq)(e)}`
return el("svg",{class:"stack",width:"100%",height:16,role:"img","aria-label":s},l.map(({size:e,by:t,count:r},l)=>{const s=el("rect",{class:`layer${l%4}`,x:percent(a/n),width:percent(e/n),height:16},[el("title",null,`${(0,o.Xq)(e)}: ${t}${r>1?` and ${r-1} more`:""}`)])
a+=e
return s}))}const q=`--ink: #e8eaed; --soft: #a4abb6; --paper: #0f1115; --panel: #171a20; --line: #2a2f38; --accent: #7aa2f7; --good: #4cc38a; --warn: #f5b952; --bad: #ff8f87;\n--l0: #4f6fb3; --l1: #3f8f8a; --l2: #8a6bb8; --l3: #a97a45; --smoke: #2f7d62; --build: #3d5ea8; --fail: #a63b3b; --on: #fff;`
const I=`\n:root { color-scheme: light dark; --ink: #16191d; --soft: #5b6470; --paper: #fff; --panel: #f6f7f9; --line: #e2e5ea; --accent: #2f5fd0; --good: #14764a; --warn: #8a5a00; --bad: #c2262e;\n--l0: #6f93e6; --l1: #58b3a8; --l2: #ab8ee0; --l3: #dfa861; --smoke: #1f7a55; --build: #3a62c4; --fail: #b92c2c; --on: #fff; }\n@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${q} } }\n:root[data-theme="dark"] { color-scheme: dark; ${q} }\n:root[data-theme="light"] { color-scheme: light; }\n* { box-sizing: border-box; }\nhtml { scroll-padding-top: 6.5rem; }\nbody { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; font-variant-numeric: tabular-nums; }\nheader, nav, main { max-width: 84rem; margin: 0 auto; padding: 0 clamp(1rem, 3vw, 2rem); }\nheader { padding-top: 2rem; }\nh1 { font-size: clamp(1.3rem, 2.6vw, 1.85rem); line-height: 1.2; letter-spacing: -.015em; margin: .1rem 0 .5rem; max-width: 60rem; text-wrap: balance; }\nh1::before { display: inline-block; margin-right: .6rem; }\nh1.good::before { content: "\u2713"; color: var(--good); }\nh1.warned::before { content: "!"; color: var(--warn); }\nh1.bad::before { content: "\u2717"; color: var(--bad); }\nh2 { font-size: 1.15rem; letter-spacing: -.01em; margin: 3rem 0 .75rem; }\na { color: var(--accent); text-underline-offset: .15em; }\n:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 3px; }\n.skip { position: absolute; left: -99rem; }\n.skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .3rem .6rem; z-index: 3; }\n.project { margin: 0; color: var(--soft); font-weight: 600; letter-spacing: .06em; text-transform: uppercase; font-size: .78rem; }\n.soft, small { color: var(--soft); }\n.soft { margin: 0 0 .75rem; overflow-wrap: anywhere; }\nsmall { display: block; font-weight: 400; font-size: .82rem; }\n.tiles { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.25rem 0 1.5rem; }\n.tiles > div { background: var(--panel); border: 1px solid var(--line); border-radius: 10px; padding: .6rem 1rem; min-width: 8.5rem; flex: 1 1 8.5rem; max-width: 15rem; }\ndt { color: var(--soft); font-size: .8rem; }\ndd { margin: 0; font-size: 1.3rem; font-weight: 600; letter-spacing: -.01em; display: flex; align-items: center; gap: .75rem; }\nnav { position: sticky; top: 0; background: var(--paper); border-bottom: 1px solid var(--line); padding-top: .5rem; padding-bottom: .5rem; z-index: 2; }\nnav ul { list-style: none; display: flex; gap: .25rem 1.1rem; margin: 0 0 .5rem; padding: 0; overflow-x: auto; white-space: nowrap; }\nnav a { color: var(--soft); text-decoration: none; }\nnav a:hover { color: var(--ink); text-decoration: underline; }\n#controls { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }\n#controls[hidden] { display: none; }\ninput, button { font: inherit; font-size: .87rem; color: inherit; background: var(--panel); border: 1px solid var(--line); border-radius: 999px; padding: .25rem .8rem; }\ninput { border-radius: 8px; flex: 1 1 12rem; max-width: 22rem; }\ninput::placeholder { color: var(--soft); }\nbutton { cursor: pointer; }\nbutton:hover { border-color: var(--soft); }\nbutton[aria-pressed="true"] { background: var(--accent); border-color: var(--accent); color: var(--paper); }\n#theme { margin-left: auto; }\n#count { color: var(--soft); font-size: .85rem; }\n.scroll { overflow-x: auto; }\ntable { border-collapse: collapse; width: 100%; }\nth, td { text-align: left; vertical-align: top; padding: .5rem 1.1rem .5rem 0; border-bottom: 1px solid var(--line); }\nthead th { color: var(--soft); font-weight: 500; font-size: .82rem; white-space: nowrap; }\ntbody th { font-weight: 600; white-space: nowrap; }\ntbody th a { color: inherit; text-decoration: none; }\ntbody th a:hover { text-decoration: underline; }\ntbody tr:hover { background: var(--panel); }\n.why { min-width: 15rem; max-width: 30rem; overflow-wrap: anywhere; }\nth.number, td.number { text-align: right; white-space: nowrap; }\ntd.meter { min-width: 9rem; white-space: nowrap; }\ntd code { white-space: nowrap; }\ntd.number.meter { min-width: 6.5rem; }\ntd.wide { min-width: 18rem; width: 50%; }\ncode, pre { font: .87em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }\nheader code { overflow-wrap: anywhere; }\npre { background: var(--panel); border: 1px solid var(--line); border-radius: 8px; padding: .75rem 1rem; overflow-x: auto; }\n.badge { font-weight: 600; font-size: .85rem; white-space: nowrap; }\n.badge::before { content: ""; display: inline-block; width: .55em; height: .55em; border-radius: 50%; background: currentColor; margin-right: .45em; vertical-align: .08em; }\n.badge.published, .badge.unchanged, .badge.superseded, .badge.built, .badge.healthy, .badge.complete, td.good, li.good::marker { color: var(--good); }\n.badge.failed, .badge.blocked, .badge.skipped, .badge.cancelled, .badge.unknown, .badge.unhealthy, .badge.error, .problem, small.problem, td.bad, li.bad { color: var(--bad); }\n.badge.held, .badge.warning, td.warned, li.warned, .badge.in-progress { color: var(--warn); }\n.badge.planned, .badge.note, .badge.pending { color: var(--soft); }\n.problem { font-weight: 500; }\nsvg text { font: 12px system-ui, "Segoe UI", Roboto, sans-serif; fill: var(--ink); }\n.bar { display: block; width: 0; min-width: 100%; margin-top: .3rem; overflow: hidden; }\n.bar rect { fill: var(--accent); }\n.bar.good rect { fill: var(--good); }\n.bar rect.rest { fill: var(--line); }\n.spark polyline { fill: none; stroke: var(--accent); stroke-width: 1.5; }\n.spark circle { fill: var(--accent); }\n.stack { display: block; border-radius: 4px; overflow: hidden; margin-top: .2rem; }\n.stack rect { stroke: var(--paper); stroke-width: 1; }\n.layer0 { fill: var(--l0); } .layer1 { fill: var(--l1); } .layer2 { fill: var(--l2); } .layer3 { fill: var(--l3); }\n.timeline { display: block; min-width: 44rem; }\n.timeline .tick, .timeline .lane { fill: var(--soft); }\n.timeline .lane { font-weight: 600; }\n.grid { stroke: var(--line); }\n.piece rect { fill: var(--build); }\n.piece.smoke rect { fill: var(--smoke); }\n.piece.bad rect { fill: var(--fail); }\n.piece text { fill: var(--on); }\n.graph { display: block; }\n.graph path { fill: none; stroke: var(--soft); stroke-opacity: .55; stroke-width: 1.3; }\n.graph path.need { stroke-dasharray: 4 4; }\n.node rect { fill: var(--panel); stroke: var(--line); stroke-width: 1.3; }\n.node.published rect, .node.built rect, .node.unchanged rect { stroke: var(--good); }\n.node.failed rect, .node.blocked rect, .node.skipped rect, .node.cancelled rect, .node.unknown rect { stroke: var(--bad); stroke-width: 2; }\n.node.held rect { stroke: var(--warn); }\n.dim { opacity: .15; }\ndetails { border-bottom: 1px solid var(--line); padding: .45rem 0; content-visibility: auto; contain-intrinsic-size: auto 2.4rem; }\nsummary { cursor: pointer; color: var(--soft); }\nsummary b { color: var(--ink); }\nul.checks, ul.steps { margin: .5rem 0; padding-left: 1.5rem; }\nul.checks { columns: 24rem; column-gap: 2rem; }\nli { overflow-wrap: anywhere; break-inside: avoid; }\nli.good::marker { content: "\u2713 "; }\nli.bad::marker { content: "\u2717 "; }\nli.warned::marker { content: "! "; }\nli.skipped { color: var(--soft); }\nli.skipped::marker { content: "- "; }\n.steps { list-style: none; }\nfooter { height: 4rem; }\n@media (max-width: 40rem) { body { font-size: 14px; } .tiles > div { min-width: 7rem; padding: .45rem .75rem; } dd { font-size: 1.1rem; } h2 { margin-top: 2.25rem; } }\n@media print {\n\t:root { --paper: #fff; --panel: #fff; --ink: #000; --soft: #444; --line: #bbb; }\n\tnav, .skip { display: none; }\n\theader, main { max-width: none; padding: 0; }\n\t.scroll { overflow: visible; }\n\tdetails { content-visibility: visible; }\n\t.timeline { min-width: 0; }\n\ttable { font-size: .8rem; }\n\ttr, details, svg { break-inside: avoid; }\n\t.piece rect, .stack rect, .bar rect { print-color-adjust: exact; }\n\t.why { min-width: 0; }\n}\n`
var B=n(70927)
const T=22
const F=24
const E=24
const H=[.1,.2,.5,1,2,5,10,15,30,60,120,300,600,900,1800,3600,7200]
function timelinePart(e){const t=(0,B.IO)(e)
if(t.length===0)return undefined
const n=Math.min(...t.map(({start:e})=>e))
const r=Math.max(1,Math.max(...t.map(({end:e})=>e))-n)
const l=[]
let a=E
for(const[e,o]of(0,B.wX)(t)){const t=packed(o)
l.push(el("text",{class:"lane",x:0,y:a+F-8},e))
a+=F
l.push(...t.flatMap((e,t)=>e.map(e=>barOf(e,n,r,a+t*T))))
a+=t.length*T+6}const s=`Timeline of ${t.length} builds and probes over ${(0,o.a3)(r)}`
const i=el("svg",{class:"timeline",width:"100%",height:a,role:"img","aria-label":s},[...axis(r,a),...l])
return{id:"timeline",title:"Timeline",body:elements_scroll("Timeline",i)}}function axis(e,t){const n=(H.find(t=>e/1e3/t<=8)??7200)*1e3
return Array.from({length:Math.floor(e/n)+1},(e,t)=>t*n).map(n=>el("g",null,[el("line",{class:"grid",x1:percent(n/e),x2:percent(n/e),y1:E-6,y2:t}),n/e<.95?el("text",{class:"tick",x:percent(n/e),y:12},tickText(n)):null]))}const tickText=e=>e===0?"0":(0,o.a3)(e).replace(/ min 0 s$/," min").replace(/\.0 s$/," s")
function packed(e){const t=[]
for(const n of e.toSorted((e,t)=>e.start-t.start)){const e=t.find(e=>(e.at(-1)?.end??0)<=n.start)
if(e===undefined)t.push([n])
else e.push(n)}return t}function barOf({kind:e,service:t,platform:n,start:r,end:l,good:a,runner:s},i,d,c){const u=[`${t} (${n})`,`${e} ${(0,o.a3)(l-r)}`,a?undefined:"failed",s]
return el("svg",{class:`piece ${e} ${a?"good":"bad"}`,...{x:percent((r-i)/d),y:c,height:T-3,...serviceData(t)},width:percent(Math.max((l-r)/d,.002))},[el("title",null,u.filter(e=>e!==undefined).join(", ")),el("rect",{width:"100%",height:"100%",rx:3}),el("text",{x:6,y:14},t)])}function reportPage(e){const t=(0,d.h)(e)
const n=[servicesPart(t),timelinePart(e),sizesPart(e),healthPart(e),graphPart(e.plan,t),findingsPart(e),progressPart(e),trendsPart(e),detailsPart(e,t),commandsPart(e)].filter(e=>e!==undefined)
const r=el("html",{lang:"en"},[head(`${e.plan.project} ${e.plan.source.revision.slice(0,7)}: ${(0,a.Pl)(e,t)}`),el("body",null,[el("a",{class:"skip",href:"#services"},"To the services"),header(e,t),contents(n,t),el("main",null,n.map(section)),el("script",{dangerouslySetInnerHTML:{__html:O}})])])
return`<!doctype html>\n${(0,l.F0)(r)}\n`}const hashOf=e=>`'sha256-${(0,r.createHash)("sha256").update(e).digest("base64")}'`
function head(e){const t=`default-src 'none'; style-src ${hashOf(I)}; script-src ${hashOf(O)}; base-uri 'none'; form-action 'none'`
return el("head",null,[el("meta",{charSet:"utf-8"}),el("meta",{name:"viewport",content:"width=device-width, initial-scale=1"}),el("meta",{"http-equiv":"Content-Security-Policy",content:t}),el("meta",{name:"color-scheme",content:"light dark"}),el("title",null,e),el("style",{dangerouslySetInnerHTML:{__html:I}})])}function header(e,t){const{source:n,project:r}=e.plan
const l=(0,c.pL)(n)
const{color:o}=(0,i.ZH)(e,t)
return el("header",null,[el("p",{class:"project"},r),el("h1",{class:{green:"good",yellow:"warned",red:"bad"}[o]},(0,a.Pl)(e,t)),el("p",{class:"soft"},["Commit ",el("code",null,n.revision),` of ${n.committedAt}`,n.dirty?", with uncommitted changes":"",e.url===undefined?"":[", ",el("a",{href:e.url},"workflow run")]]),l===undefined?null:el("p",{class:"problem"},l),...(0,c.rK)(e.plan).map(e=>el("p",{class:"problem"},e)),el("dl",{class:"tiles"},tiles(e,t).map(([e,t])=>el("div",null,[el("dt",null,e),el("dd",null,t)])))])}function tiles(e,t){const{healthy:n,tried:r}=(0,a.jE)(t)
const l=t.filter(({buildMs:e})=>e!==undefined).length
const i=t.reduce((e,{size:t=0})=>e+t,0)
const d=t.flatMap(e=>e.checks??[])
const c=d.reduce((e,t)=>e+t.passed,0)
const u=d.reduce((e,t)=>e+t.passed+t.failed.length+t.warned.length,0)
const m=(0,s.B)(e)
return[...r>0?[["Healthy",`${n} of ${r}`]]:[],["Built",`${l} of ${t.length}`],...u>0?[["Checks passed",`${c} of ${u}`]]:[],...i>0?[["Total size",(0,o.Xq)(i)]]:[],...e.durationMs===undefined?[]:[["Time",(0,o.a3)(e.durationMs)]],...m===undefined?[]:[["Of the plan",`${m.complete} of ${m.required}`]]]}function contents(e,t){const n=[...Map.groupBy(t,({outcome:e})=>e)]
return el("nav",{"aria-label":"Contents"},[el("ul",null,e.map(({id:e,title:t})=>el("li",null,el("a",{href:`#${e}`},t.replace(/[(:].*$/,"").trim())))),el("div",{id:"controls",hidden:true},[el("input",{...{id:"search",type:"search",placeholder:"Search services  ( / )","aria-label":"Search services"},autocomplete:"off"}),...n.map(([e,t])=>el("button",{type:"button","data-filter":e,"aria-pressed":"false"},`${e} ${t.length}`)),el("button",{type:"button",id:"theme","aria-label":"Switch between light and dark"},"Dark"),el("output",{id:"count"},"")])])}})}
