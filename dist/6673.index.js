export const id=6673
export const ids=[6673]
export const modules={36673:((e,n,t)=>{t.r(n)
t.d(n,{completionReport:()=>completionReport})
var i=t(85465)
var s=t(65421)
var o=t(35771)
var r=t(24280)
var a=t(72531)
var d=t(84919)
var c=t(63691)
var l=t(15044)
var u=t(26627)
var f=t(9851)
function subjectsOf(e){const n=new Set(e.plan.selected)
const of=e=>Map.groupBy(e,({service:e})=>e)
const[t,i]=[of(e.build?.images??[]),of((0,f.Q)(e))]
const s=of(e.smoke?.services??[])
return e.plan.services.filter(({name:e})=>n.has(e)).map(n=>({...{run:e,service:n,images:t.get(n.name)??[],checked:i.get(n.name)??[]},smoked:s.get(n.name)??[]}))}function verified(e,{all:n=[],any:t=[],also:i=[],deep:s,who:o}){const r=[...n,...t,...i]
return{...{title:e,by:`verify: ${r.join(", ")}`},judge({run:e,service:a,checked:d}){const c=(0,u.I)(e.plan,a)
if(o==="those with ports"&&a.ports.length===0)return{kind:"none",why:"it has no port"}
if(o==="those that run"&&!(0,u.Np)(c))return{kind:"none",why:"it does not run"}
if(o==="servers"&&c!=="server")return{kind:"none",why:"nothing asks for its health"}
if(d.length===0)return{kind:"unchecked",why:"the image was not verified in this run"}
const f=d.map(e=>{const o=e.checks.filter(({id:e})=>r.includes(e))
const a=o.filter(({ok:e})=>!e)
if(a.length>0)return{kind:"failed",why:a.map(l.iW).join("; ")}
const has=n=>e.checks.some(e=>e.id===n)
const d=n.every(has)&&(t.length===0||t.some(has))&&(s===undefined||has("layers"))
if(d)return{kind:"met",how:[...new Set(o.map(({actual:e})=>e))].join(", ")}
const c=e.unchecked?.find(({id:e})=>r.includes(e)&&!i.includes(e))
const u=e.unchecked?.find(({id:e})=>e==="layers")
if(c===undefined&&has("layers"))return{kind:"none",why:"does not apply"}
return{kind:"unchecked",why:(c??u)?.reason??"the image was not verified in this run"}})
return worst(f)}}}const h=["failed","unchecked","met","none"]
const worst=e=>e.toSorted((e,n)=>h.indexOf(e.kind)-h.indexOf(n.kind))[0]??{kind:"unchecked",why:"nothing was looked at"}
const smoked=(e,n,t)=>({...{title:e,by:`smoke: ${n}`},judge(e){const{run:n,service:i,smoked:s}=e
if(!(0,u.Np)((0,u.I)(n.plan,i)))return{kind:"none",why:"it does not run"}
if(s.length===0)return{kind:"unchecked",why:"it was not smoked in this run"}
return worst(s.map(n=>t(n,e)))}})
function untried({verdict:e,reason:n,failure:t,passedBefore:i}){if(i!==undefined)return{kind:"met",how:`these very bytes passed for ${i.slice(0,7)}`}
if(e==="healthy")return undefined
const s=t?.guess??n??e
return e==="unhealthy"?{kind:"failed",why:s}:{kind:"unchecked",why:s}}const p=smoked("Answers its health check from outside","the probe of the catalog",e=>{const[n]=e.probes
if(n===undefined)return untried(e)??{kind:"unchecked",why:"no probe was made"}
return ofProbe(n)})
function ofProbe({target:e,ok:n,error:t,latencyMs:i}){if(!n)return{kind:"failed",why:`${e}: ${t??"no"}`}
return{kind:"met",how:`${e}${i===undefined?"":` in ${(0,s.p0)(i)}`}`}}const isJob=({run:e,service:n})=>(0,u.I)(e.plan,n)==="job"
const m={kind:"none",why:"it is a job, and ends by itself"}
const probe=(e,n,t)=>smoked(e,n,(e,i)=>{if(isJob(i))return m
const s=(n==="stable"?e.probes:e.probes.slice(1)).find(e=>e.kind===n)
if(s===undefined){const n=t(i)
return n.kind==="none"&&e.passedBefore===undefined?n:untried(e)??n}if(!s.ok&&e.verdict==="healthy")return{kind:"unchecked",why:e.reason??s.error??"undecided"}
return ofProbe(s)})
const unmade=()=>({kind:"unchecked",why:"no such probe was made"})
const noControl=({service:{health:e}})=>e?.kind==="http"||e?.kind==="grpc"?{kind:"unchecked",why:e.negative?"no such probe was made":"the catalog turns it off"}:{kind:"none",why:"there is nothing else to ask"}
const linted=(e,...n)=>({...{title:e,by:`lint: ${n.join(", ")}`},judge({run:e,service:t}){if(e.lint===undefined)return{kind:"unchecked",why:"lint did not run"}
const i=n.filter(e=>t.lint?.rules[e]==="off")
if(i.length===n.length)return{kind:"unchecked",why:`the catalog turns ${i.join(", ")} off`}
const s=e.lint.findings.filter(e=>e.service===t.name&&n.includes(e.code))
if(s.length>0)return{kind:"failed",why:s.map(({message:e})=>e).join("; ")}
return{kind:"met",how:"nothing found"}}})
const asked=(e,...n)=>{const t=linted(e,...n)
return{...t,judge(e){const{lint:n,plan:i}=e.run
const s=n?.skipped?.find(({check:e})=>e==="packages")
if(s!==undefined)return{kind:"unchecked",why:s.why}
const o=i.images.filter(({service:n})=>n===e.service.name)
if(o.every(({decision:e})=>e.kind==="unchanged"))return{kind:"unchecked",why:"it was not built in this run, so no index was asked"}
return t.judge(e)}}}
const g={...{title:"Pushed, and read back from the registry",by:"build, publish"},judge({run:e,service:n,images:t}){const i=e.publish?.services.find(e=>e.service===n.name)
const s=t.find(({outcome:e})=>e!=="built"&&e!=="unchanged")
if(s!==undefined)return{kind:"failed",why:s.error?.message??s.outcome}
if(i===undefined)return{kind:"unchecked",why:"publish did not run"}
if(i.outcome==="published"||i.outcome==="unchanged")return{kind:"met",how:i.digest??i.outcome}
return{kind:"failed",why:i.reason??i.outcome}}}
const k=smoked("Runs with a read-only root, no capability and no new privilege","hardening",(e,{service:n})=>{const{readOnly:t,capDrop:i,noNewPrivileges:s}=n.hardening
const o=[t&&"read-only",i.includes("ALL")&&"drops ALL",s&&"no new privileges"]
const r=o.filter(e=>e!==false)
if(r.length<o.length)return{kind:"failed",why:`the catalog holds it by ${r.join(", ")||"nothing"}`}
if(e.needs!==undefined)return{kind:"failed",why:`it needs ${e.needs.join(", ")}`}
return untried(e)??{kind:"met",how:r.join(", ")}})
const $=smoked("Stops on SIGTERM","stop",(e,n)=>{if(isJob(n))return m
if(e.stopMs===undefined)return untried(e)??{kind:"unchecked",why:"how it stops was not seen"}
if(e.failure?.phase==="stop")return{kind:"failed",why:e.failure.guess}
if(e.killed&&e.emulated)return{kind:"unchecked",why:"killed under emulation, which decides nothing"}
if(e.killed)return{kind:"failed",why:e.warnings?.join("; ")??"it had to be killed"}
return{kind:"met",how:`in ${(0,s.p0)(e.stopMs)}`}})
const v=[{title:"Images",all:[g,verified("Made for the platform it should be",{all:["platform"]}),verified("Every program in it is made for that platform (no exec format error)",{...{all:["binaries"],also:["entrypoint-machine"],deep:true}}),verified("What it starts is in it (no ModuleNotFoundError)",{...{all:["entrypoint"],also:["entrypoint-module","import","file"],deep:true,who:"those that run"}}),verified("Its packages lie where the interpreter looks",{all:["python-packages"],who:"those that run"}),verified("Labels are filled: no placeholder is left",{all:["labels-expanded","revision"],also:["labels"]}),verified("No variable of its environment was left undefined",{all:["env-expanded"]}),verified("Within its size",{all:["size"],also:["growth"]})]},{title:"Distroless and security",all:[verified("FROM an allowed (distroless) base",{all:["base"]}),verified("Runs as the non-root user it should",{any:["user","nonroot"]}),verified("No shell",{all:["no-shell"]}),verified("No package manager",{all:["no-package-manager"]}),verified("No secret and no credential in it",{all:["secrets","credentials"]}),k]},{title:"Health",all:[verified("Exposes its ports, and no others",{all:["port","port-extra"],who:"those with ports"}),verified("Has a HEALTHCHECK that can run and asks for the right thing",{...{all:["healthcheck"],also:["healthcheck-program","healthcheck-target"],who:"servers"}}),p,probe("Passes its own HEALTHCHECK inside","healthcheck",()=>({kind:"none",why:"it has none of its own"})),probe("Does not answer just anything","negative",noControl),probe("Finds what it needs by name","discovery",({service:e})=>e.needs.length===0?{kind:"none",why:"it needs nothing"}:unmade()),probe("Is still well after a while","stable",unmade),$]},{title:"Sources",all:[linted("Every COPY finds its source","missing-source","ignored-source","missing-stage-source"),linted("Every variable is declared","undeclared-arg","undefined-variable"),linted("No platform is written down where the builder's belongs","hardcoded-platform","native-on-build-platform"),asked("Every requirement exists, at that version","unknown-package","unknown-version"),linted("No development package in production","dev-package")]}]
function judgeAll(e,n){const t=n.map(n=>[n.service.name,e.judge(n)])
const of=e=>t.flatMap(([n,t])=>t.kind===e?[[n,t]]:[])
return{criterion:e,met:of("met").map(([e])=>e),failed:of("failed").map(([e,{why:n}])=>[e,n]),unchecked:of("unchecked").map(([e,{why:n}])=>[e,n])}}function mark({met:e,failed:n,unchecked:t}){if(n.length>0)return"\u274c"
if(e.length===0||t.length>0)return"\u2796"
return"\u2705"}function countWords({met:e,failed:n,unchecked:t}){const i=e.length+n.length+t.length
if(i===0)return"does not apply"
if(t.length===i)return"not checked"
return`${e.length} of ${i}${t.length===0?"":`, ${t.length} not checked`}`}function complianceSection(e){return v.map(n=>groupSection(n,e)).join("\n\n")}function groupSection({title:e,all:n},t){const i=n.map(e=>judgeAll(e,t))
const s=[...told(i,"failed").map(e=>`- \u274c ${e}`),...told(i,"unchecked").map(e=>`- \u2796 not checked: ${e}`)]
return[`### ${e}`,(0,o.Qj)(["","expected","services","checked by"],i.map(e=>[mark(e),(0,o.p7)(e.criterion.title),countWords(e),(0,o.p7)(e.criterion.by)])),...s.length===0?[]:[s.join("\n")]].join("\n\n")}function told(e,n){const t=e.flatMap(e=>[...Map.groupBy(e[n],([,e])=>e)].map(([n,t])=>({who:`${t.map(([e])=>(0,o.p7)(e)).join(", ")} (${(0,o.p7)(n)})`,title:(0,o.p7)(e.criterion.title)})))
return[...Map.groupBy(t,({who:e})=>e)].map(([e,n])=>`${e}: ${n.map(({title:e})=>e).join("; ")}`)}var w=t(91886)
var y=t(35934)
function pullName({run:e,service:n}){const{immutable:t=[],floating:i=[]}=e.plan.tags[n.name]??{}
const s=i[0]??t[0]
const o=n.image.replace(/^docker\.io\//,"")
return s===undefined?o:`${o}:${s}`}function healthAddress({health:e,ports:n}){if(e===undefined)return n[0]===undefined?undefined:`tcp ${n[0].container}`
switch(e.kind){case"http":return`http://localhost:${e.port}${e.path}`
case"tcp":return`tcp ${e.port}`
case"grpc":return`grpc ${e.port}`
case"command":return e.command.join(" ")
case"healthcheck":return"its own HEALTHCHECK"}}function imageTable(e,n){return(0,o.Qj)(["#","service","image","Dockerfile","port","health check","status","digest","size:","layers:","build time:"],e.map((e,t)=>{const{service:i}=e
const r=n.get(i.name)
const a=healthAddress(i)
return[t+1,`**${(0,o.p7)(i.title)}**`,(0,o.ti)(pullName(e)),(0,o.ti)(i.dockerfile),i.ports.map(({container:e})=>e).join(", "),a===undefined?"":(0,o.ti)(a),r===undefined?"":(0,y.Bl)(r),r?.digest===undefined?"":(0,o.ti)((0,s.VK)(r.digest)),r===undefined?"":(0,y.I9)(r),r?.layers??"",r?.buildMs===undefined?"":(0,s.p0)(r.buildMs)]}))}function specification(e,n){const{run:t,service:i,images:r}=e
const[a]=r
const d=a?.spec
const c=t.plan.images.find(e=>e.service===i.name)
const l=baseOf(e)
const u=r.flatMap(({checks:e})=>e).find(({id:e})=>e==="entrypoint-machine")?.actual
const f=t.publish?.services.find(e=>e.service===i.name)?.tags??[]
const code=e=>e===undefined||e===""?undefined:(0,o.ti)(e)
const h=[["Purpose",i.description&&(0,o.p7)(i.description)],["Image",code(pullName(e))],["Digest",code(n?.digest)],["Tags",f.map(({tag:e,state:n})=>`${(0,o.ti)(e)} ${n}`).join(", ")],["Dockerfile",code(i.dockerfile)],["Build context",`${(0,o.ti)(i.context)}${i.target===undefined?"":`, target ${(0,o.ti)(i.target)}`}`],["Base image",l&&(0,o.p7)(l)],["Built with",c?.bases.map(({ref:e})=>(0,o.ti)(e)).join(", ")],["Platforms",i.platforms.join(", ")],["Starts",code([...d?.entrypoint??[],...d?.command??[]].join(" "))],["Program",u&&(0,o.p7)(u)],["User",code(d?.user)],["Working directory",code(d?.workingDir)],["Ports",i.ports.map(({container:e,published:n,protocol:t})=>`${e}/${t}${n===undefined||n===e?"":` on ${n}`}`).join(", ")],["Health check",code(healthAddress(i))],["Needs",i.needs.map(o.ti).join(", ")],["Size",n===undefined?undefined:`${(0,y.I9)(n)}${n.layers===undefined?"":` in ${n.layers} layers`}`],["Build time",n?.buildMs===undefined?undefined:(0,s.p0)(n.buildMs)]]
return[`### ${(0,o.p7)(i.title)}`,h.filter(([,e])=>e!==undefined&&e!=="").map(([e,n])=>`- **${e}**: ${n}`).join("\n"),...environment(e),...healthcheck(e),...images_packages(e),...images_layers(e)].join("\n\n")}function baseOf({run:e,service:n,checked:t}){const i=t.flatMap(({checks:e})=>e).find(({id:e})=>e==="base")?.actual
const s=e.plan.images.find(e=>e.service===n.name)
return i??s?.base?.name??Object.values(s?.from??{})[0]}function environment({images:e}){const n=Object.entries(e[0]?.spec?.env??{})
if(n.length===0)return[]
return["Environment:",(0,o.Qj)(["variable","value"],n.map(([e,n])=>[(0,o.ti)(e),n===""?"":(0,o.ti)(n)]))]}function healthcheck({images:e}){const n=e[0]?.spec?.healthcheck
if(n===undefined)return[]
const{test:t,interval:i,timeout:r,startPeriod:a,retries:d}=n
const c=[i!==undefined&&`every ${(0,s.p0)(i)}`,r!==undefined&&`within ${(0,s.p0)(r)}`,a!==undefined&&`${(0,s.p0)(a)} to start`,d!==undefined&&`${d} tries`].filter(e=>e!==false)
return[`HEALTHCHECK: ${(0,o.ti)(t.slice(1).join(" "))}${c.length===0?"":` (${c.join(", ")})`}`]}function images_packages({images:e}){const n=e.find(e=>e.packages!==undefined)?.packages??[]
return n.length===0?[]:[`Python packages in the image: ${n.map(o.ti).join(", ")}`]}function images_layers({images:e}){const n=e[0]?.spec?.layers??[]
const t=n.filter(({by:e})=>e!==undefined)
if(t.length===0)return[]
const i=n.toSorted((e,n)=>n.size-e.size).slice(0,5)
return["Largest layers:",(0,o.Qj)(["size:","made by"],i.map(({size:e,by:n})=>[(0,s.Ej)(e),n===undefined?"":(0,o.ti)(n)]))]}function commandsSection(e,n){const{build:t,plan:i}=e
const s=new Map(i.images.map(e=>[e.service,e]))
const r=(0,o.Qj)(["image","Dockerfile","context","platforms","build arguments","tags"],n.map(e=>{const{service:n}=e
const t=s.get(n.name)
const r=[...Object.entries(t?.args??{}).map(([e,n])=>`${e}=${n}`),...t?.volatileArgs??[]]
const{immutable:a=[],floating:d=[]}=i.tags[n.name]??{}
return[(0,o.ti)(pullName(e)),(0,o.ti)(n.dockerfile),(0,o.ti)(n.context),n.platforms.join(", "),r.map(o.ti).join(" "),[...a,...d].map(o.ti).join(" ")]}))
const a=t?.command??[]
const d=t===undefined?"No build ran.":a.length===0?"Nothing had to be built, or each job of a matrix built its own part: no one command stands for the run.":"One build of all images, which can be repeated in the catalog's folder:"
return[d,...a.length===0?[]:[(0,o.DV)([quoted(a)])],"What it was given for each image:",r].join("\n\n")}const quoted=e=>e.map(e=>/^[\w@%+=:,./-]+$/.test(e)?e:`'${e.replaceAll("'","'\\''")}'`).join(" ")
function deploymentSection(e,n){const{plan:t,publish:i,smoke:s}=e
const{name:r,subnet:a}=t.network
const d=`docker network create --driver bridge${a===undefined?"":` --subnet=${a}`} ${r}`
const c=n.flatMap(e=>{const{service:n}=e
const t=healthAddress(n)
if(t===undefined)return[]
const i=e.smoked.flatMap(({probes:e})=>e.slice(0,1))[0]
const s=i!==undefined?`${i.ok?"\u2705":"\u274c"} ${i.status??""} ${i.error===undefined?"":(0,o.p7)(i.error)}`.trim():e.smoked.some(({passedBefore:e})=>e!==undefined)?"\u2705 these bytes passed before":"\u2796 not asked in this run"
return[[(0,o.p7)(n.title),(0,o.ti)(t),s]]})
const l=n.filter(({service:e})=>e.needs.length>0)
const u=new Set(n.map(({service:e})=>e.name))
const f=i&&{...i,services:i.services.filter(({service:e})=>u.has(e))}
const h=f===undefined?[]:(0,w.S)(f)
const p=n[0]
const m=[...new Set(n.flatMap(({service:e})=>e.platforms))]
return[`- **Network**: ${(0,o.ti)(r)}${a===undefined?"":` (${a})`}${s===undefined?"; not made in this run":`; smoke made ${(0,o.ti)(s.network.name)}${s.network.subnet===undefined?"":` (${s.network.subnet})`}`}`,`- **Platforms**: ${m.join(", ")}`,...l.map(({service:e})=>`- **${(0,o.p7)(e.title)}** needs ${e.needs.map(o.ti).join(", ")}`),...t.externals.map(({name:e,image:n})=>`- **${(0,o.p7)(e)}** is not built here: ${(0,o.ti)(n)}`),"","### Network setup","",(0,o.DV)([d]),...c.length===0?[]:["","### Health check endpoints","",(0,o.Qj)(["service","address","answer"],c)],...h.length===0?[]:["","### Published, by digest","",(0,o.DV)(h)],...p===undefined?[]:["","### To see it for oneself","",(0,o.DV)([`docker buildx imagetools inspect ${pullName(p)}`,`docker pull ${pullName(p)}`,...i?.composeFile===undefined?[]:["docker compose --file compose.yml up --detach --wait"],"lucid verify-host"])]].join("\n")}var b=t(14142)
const j=100
function fixesSection(e,n,t){const i=e.history?.at(-1)
const s=i===undefined?"There is no earlier report to compare with.":`Since the report of ${i.at.slice(0,10)}, of commit ${(0,o.ti)(i.revision.slice(0,12))}.`
return[s,...list("Mended",i===undefined?[]:[...recovered(i,t),...goneFindings(i,e)]),...list("Broken since",i===undefined?[]:broken(i,t)),...list("What changed",changes(t)),...mendedByLint(e,n)].join("\n\n")}function list(e,n){if(n.length===0)return[]
const t=n.length-j
return[`**${e}**`,[...n.slice(0,j),...t>0?[`- ${t} more`]:[]].join("\n")]}function recovered(e,n){return n.flatMap(n=>{const{service:t,outcome:i}=n
const s=e.services[t]
if(s===undefined||(0,c.HN)(s)!=="red"||!(0,c.$L)(n))return[]
return[`- \u2705 ${(0,o.p7)(t)}: ${s.outcome} (${(0,o.p7)(s.problem??"no reason known")}), now ${i}`]})}function broken(e,n){return n.flatMap(n=>{const{service:t,outcome:i,problem:s}=n
const r=e.services[t]
if(r===undefined||!(0,c.$L)(r)||(0,c.HN)(n)!=="red")return[]
return[`- \u274c ${(0,o.p7)(t)}: ${(0,o.p7)(s??i)}`]})}function goneFindings(e,{lint:n,plan:t}){if(n===undefined||e.findings===undefined)return[]
const i=new Set(t.selected)
if(!Object.keys(e.services).every(e=>i.has(e)))return[]
const s=new Set(n.findings.map(b.mC))
return e.findings.filter(e=>!s.has(e)).map(e=>`- \u2705 not found any more: ${(0,o.p7)(e)}`)}function changes(e){return e.flatMap(({service:e,decision:n,kept:t,why:i})=>n==="build"&&!t?[`- ${(0,o.p7)(e)}: ${(0,o.p7)(i)}`]:[])}function mendedByLint({lint:e},n){const t=e?.fixed
if(t===undefined||!t.written||t.files.length===0)return[]
const i=n.map(({service:e})=>e.dockerfile)
const order=e=>i.includes(e)?0:1
const r=t.files.toSorted((e,n)=>order(e.file)-order(n.file)).slice(0,20)
return[`**Mended by \`lucid lint --fix\`: ${(0,s.LS)(t.findings,"finding")} in ${(0,s.LS)(t.files.length,"file")}**`,...r.map(({file:e,diff:n})=>(0,o.AU)((0,o.p7)(e),(0,o.DV)(n.split("\n"))))]}var M=t(76491)
const S={complete:"\u2705 complete","in progress":"\ud83d\udd04 in progress",pending:"\u23f3 pending"}
function progressSection(e){const n=(0,a.B)(e)
if(n===undefined)return e.plan.phases.length===0?"The catalog has no phases.":"Not known: this run was about a part of the plan, and the registry could not be asked for the rest."
const{phases:t,required:i,complete:s,percent:r}=n
return[`**${s} of ${i} images, ${r} %**`,(0,o.Qj)(["phase","category","required:","completed:","status"],[...t.map(e=>[`Phase ${(0,o.p7)(e.id)}`,(0,o.p7)(e.title),e.required,e.complete,S[e.status]]),["**total**","**all phases**",`**${i}**`,`**${s}**`,`**${r} % complete**`]])].join("\n\n")}function nextSection(e,n){const t=n.filter(e=>!(0,c.$L)(e))
const i=t.map(({service:e,outcome:n,problem:t})=>`- **${(0,o.p7)(e)}** (${n})${t===undefined?"":`: ${(0,o.p7)(t)}`}`)
const r=e.lint?.findings.filter(({severity:e})=>e!=="note")??[]
const a=(0,M.r)(e.plan).map(o.p7)
const d=plannedByPhase(e)
return[...i.length===0?["Nothing of this run is left to mend."]:["**To mend**",i.join("\n")],...r.length===0?[]:[`**To look at**: ${(0,s.LS)(r.length,"finding")} of lint, below.`],...a.length===0?[]:["**Remarks of the plan**",a.map(e=>`- ${e}`).join("\n")],...d.length===0?["Nothing is planned beyond this."]:["**Still planned**",d.join("\n")]].join("\n\n")}function plannedByPhase({plan:e}){const n=e.phases.flatMap(({id:n,title:t})=>{const i=e.planned.filter(({phase:e})=>e===n)
if(i.length===0)return[]
const r=i.map(e=>(0,o.p7)(e.title)).join(", ")
return[`- Phase ${(0,o.p7)(n)}, ${(0,o.p7)(t)}: ${(0,s.LS)(i.length,"image")} (${r})`]})
const t=e.planned.filter(({phase:e})=>e===undefined)
return t.length===0?n:[...n,`- without a phase: ${t.map(e=>(0,o.p7)(e.title)).join(", ")}`]}function statistics(e,n,t){const i=t.filter(c.$L)
const r=t.filter(({buildMs:e})=>e!==undefined)
const a=n.flatMap(({images:e})=>e.filter(({outcome:e})=>e==="built"||e==="failed"))
const d=a.filter(({outcome:e})=>e==="built")
const l=n.filter(({images:e})=>e.filter(({digest:e})=>e!==undefined).length>1)
const u=t.reduce((e,{size:n=0})=>e+n,0)
const f=r.toSorted((e,n)=>(n.buildMs??0)-(e.buildMs??0))[0]
const group=e=>groupCell(e,n)
const share=(e,n)=>n===0?"-":`${e} of ${n}, ${Math.round(e/n*100)} %`
const tick=(e,n)=>n===0?"\u2796 none":e===n?"\u2705":"\u274c"
const h=[["Images that are there",share(i.length,t.length),tick(i.length,t.length)],["Built in this run",`${r.length}, ${t.length-r.length} not`,""],["Builds that succeeded",share(d.length,a.length),tick(d.length,a.length)],["Pushed and read back",...counted("Pushed, and read back from the registry",n)],["Distroless and security",...group("Distroless and security")],["Health",...group("Health")],["More than one platform",`${l.length} of ${t.length}`,l.length===0?"\u2796 the catalog asks for one":""],["Size of all",u===0?"-":(0,s.Ej)(u),""],["Slowest build",f?.buildMs===undefined?"-":`${f.service}, ${(0,s.p0)(f.buildMs)}`,""],["Time of the run",e.durationMs===undefined?"-":(0,s.p0)(e.durationMs),""]]
return(0,o.Qj)(["metric","count","status"],h.map(e=>e.map(o.p7)))}function counted(e,n){const t=v.flatMap(({all:e})=>e).find(n=>n.title===e)
if(t===undefined)return["-",""]
const i=judgeAll(t,n)
return[countWords(i),mark(i)]}function groupCell(e,n){const t=(v.find(n=>n.title===e)?.all??[]).map(e=>judgeAll(e,n)).filter(({met:e,failed:n,unchecked:t})=>e.length+n.length+t.length>0)
const i=t.filter(e=>mark(e)==="\u2705").length
const s=t.some(e=>mark(e)==="\u274c")
const o=i===t.length?"\u2705":s?"\u274c":"\u2796 not all was checked"
return[`${i} of ${t.length} expectations`,t.length===0?"\u2796":o]}function imageStatistics(e,n){return(0,o.Qj)(["image","build time:","push time:","size:","layers:","platforms","ready after:","answers in:"],e.map(e=>{const{service:t,images:i}=e
const r=n.get(t.name)
const a=i.flatMap(({steps:e=[]})=>e.filter(({name:e,cached:n})=>/^exporting to image/.test(e)&&!n))
const ms=e=>e===undefined?"":(0,s.p0)(e)
return[(0,o.ti)(pullName(e)),ms(r?.buildMs),a.length===0?"":(0,s.p0)(a.reduce((e,{durationMs:n})=>e+n,0)),r?.size===undefined?"":(0,s.Ej)(r.size),r?.layers??"",i.filter(({digest:e})=>e!==undefined).map(({platform:e})=>e).join(", "),ms(r?.readyMs),ms(r?.latencyMs)]}))}function stageTable(e){const n=e.flatMap(({service:e,images:n})=>n.flatMap(({steps:n=[]})=>[...Map.groupBy(n,stageOf)].flatMap(([n,t])=>{if(n===undefined||t.every(({cached:e})=>e))return[]
const i=t.toSorted((e,n)=>n.durationMs-e.durationMs)[0]
const r=t.reduce((e,{durationMs:n})=>e+n,0)
const a=i===undefined?"":i.name.replace(/^\[[^\]]*\] /,"")
return[[(0,o.p7)(e.name),(0,o.ti)(n),t.length,(0,s.p0)(r),(0,o.ti)(a)]]})))
return n.length===0?"":(0,o.Qj)(["image","stage","steps:","took:","slowest step"],n)}const stageOf=({name:e})=>/^\[(\S+) \d+\/\d+\]/.exec(e)?.[1]
function completionReport(e,n){const t=(0,d.h)(e)
const i=new Map(t.map(e=>[e.service,e]))
const s=new Map(e.plan.services.map(({name:e},n)=>[e,n]))
const o=subjectsOf(e).toSorted((e,n)=>(s.get(e.service.name)??0)-(s.get(n.service.name)??0))
const r=stageTable(o)
const a=[["Images",imageTable(o,i)],["Fixes",fixesSection(e,o,t)],["Build statistics",statistics(e,o,t)],["Image by image",imageStatistics(o,i)],...r===""?[]:[["Build stages",r]],["Commands executed",commandsSection(e,o)],["Verification",`\u2705 a check ran and held; \u274c it did not hold; \u2796 not all was checked.\n\n${complianceSection(o)}`],["Specifications",o.map(e=>specification(e,i.get(e.service.name))).join("\n\n")],["Deployment",deploymentSection(e,o)],["Findings",findings(e)],["Progress of the plan",progressSection(e)],["Next steps",nextSection(e,t)]]
return[`# ${titleOf(e,o)}: completion report`,facts(e,t,n),...a.map(([e,n])=>`## ${e}\n\n${n}`),`---\n\n_Made by \`lucid report --completion\` on ${n} from the results of commit ${e.plan.source.revision.slice(0,12)}: a tick is a check that ran._`].join("\n\n")}function titleOf({plan:e},n){const[t]=n
if(n.length===1&&t!==undefined)return(0,o.p7)(t.service.title)
const i=new Set(n.map(({service:e})=>e.phase))
const s=e.phases.find(({id:e})=>i.size===1&&i.has(e))
return s===undefined?(0,o.p7)(e.project):`Phase ${(0,o.p7)(s.id)} ${(0,o.p7)(s.title)}`}function facts(e,n,t){const{plan:i,build:s,smoke:d}=e
const l=n.filter(c.$L)
const{healthy:u,tried:f}=(0,r.Wr)(n)
const h=l.length===n.length&&n.length>0
const p=(0,a.B)(e)
const m=[...new Set(i.images.map(({platform:e})=>e))]
const g=[...new Set((s?.images??[]).flatMap(({runner:e})=>e??[]))]
const k=[...new Set(i.services.map(({image:e})=>e.split("/").slice(0,-1).join("/")))]
const $=[...new Set((d?.services??[]).flatMap(e=>e.architecture??[]))]
const v=[["Status",h?"\u2705 complete":`\u274c ${l.length} of ${n.length} complete`],["In one line",(0,o.p7)((0,r.Pl)(e,n))],["Date",t.slice(0,10)],["Commit",`${(0,o.ti)(i.source.revision)} of ${i.source.committedAt}${i.source.dirty?", with changes that no commit has":""}`],["Images",`${l.length} of ${n.length}`],["Healthy",f===0?"\u2796 none was started in this run":`${u} of ${f}`],["Target architecture",`${m.join(", ")}${$.length===0?"":` (its processes said ${$.join(", ")})`}`],["Registry",k.map(o.ti).join(", ")],["Built on",g.length===0?undefined:(0,o.p7)(g.join(", "))],["Workflow run",e.url],["Plan",p===undefined?undefined:`${p.complete} of ${p.required}, ${p.percent} %`]]
return v.filter(([,e])=>e!==undefined).map(([e,n])=>`- **${e}**: ${n}`).join("\n")}function findings({lint:e}){if(e===undefined)return"\u2796 Lint did not run."
const n=(e.skipped??[]).map(({why:e})=>`- \u2796 not checked: ${(0,o.p7)(e)}`).join("\n")
if(e.findings.length===0)return["\u2705 Lint found nothing.",n].filter(Boolean).join("\n\n")
const t=e.findings.slice(0,200)
const r=e.findings.length-t.length
return[(0,o.Qj)(["severity","where","what","rule"],t.map(({severity:e,at:n,message:t,fix:s,code:r})=>[e,n===undefined?"":(0,o.ti)((0,i.j$)(n)),`${(0,o.p7)(t)}${s===undefined?"":`. Fix: ${(0,o.p7)(s)}`}`,(0,o.ti)(r)])),...r>0?[`${(0,s.LS)(r,"more finding")}.`]:[],...n===""?[]:[n]].join("\n\n")}})}
