export const id=883
export const ids=[883]
export const modules={2117:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{u:()=>withVerification})
function withVerification(build,{images:images}){return{...build,images:build.images.map(row=>{const found=images.find(({service:service,platform:platform,digest:digest})=>service===row.service&&platform===row.platform&&digest!==undefined&&digest===row.digest)
return found===undefined?row:{...row,checks:found.checks,unchecked:found.unchecked}})}}},9239:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{q:()=>conclusion,f:()=>problemText})
var errors=__webpack_require__(6008)
var harmless=__webpack_require__(2812)
var checks=__webpack_require__(5005)
var report_estimate=__webpack_require__(4754)
var host=__webpack_require__(478)
var report_inputs=__webpack_require__(6233)
var report_rows=__webpack_require__(1993)
var report_run=__webpack_require__(5443)
var report_smoke=__webpack_require__(9643)
var table=__webpack_require__(70)
var words=__webpack_require__(9179)
var report_findings=__webpack_require__(4514)
const severityColour={error:"red",warning:"yellow",note:"dim"}
function findingTable(lint,paint){const{findings:findings,fixed:fixed}=lint
const files=Map.groupBy(findings,({at:at})=>at?.file??"")
const widths={place:Math.max(0,...findings.map(finding=>placeOf(finding).length)),rule:Math.max(0,...findings.map(({code:code})=>code.length))}
return[...fixed===undefined?[]:[fixedText(fixed,paint),""],...[...files].flatMap(([file,mine])=>[paint("bold",(0,harmless.Is)(file)),...mine.map(finding=>row(finding,widths,paint)),""]),...(0,report_findings.TC)(lint).map(line=>paint("dim",(0,harmless.Is)(line))),(0,report_findings.Ph)(lint)].join("\n")}const placeOf=({at:at})=>[at?.line,at?.column].filter(part=>part!==undefined).join(":")
function row(finding,widths,paint){const{severity:severity,message:message,code:code,fix:fix}=finding
const place=placeOf(finding).padStart(widths.place)
const head=`  ${place}  ${paint(severityColour[severity],severity.padEnd(7))}  ${paint("dim",code.padEnd(widths.rule))}  `
const indent=" ".repeat(widths.place+widths.rule+15)
return`${head}${(0,harmless.Is)(message)}${fix===undefined?"":`\n${indent}fix: ${(0,harmless.Is)(fix)}`}`}function fixedText({findings:findings,written:written,files:files},paint){if(files.length===0)return"nothing to mend"
const diffs=files.flatMap(({diff:diff})=>diff.trimEnd().split("\n")).map(line=>coloured(line,paint))
const done=written?"mended":"would be mended"
return[...diffs,"",`${(0,words.LS)(findings,"finding")} ${done} in ${(0,words.LS)(files.length,"file")}`].join("\n")}function coloured(line,paint){const text=(0,harmless.Is)(line)
if(/^(?:---|\+\+\+) /.test(line))return paint("bold",text)
if(line.startsWith("+"))return paint("green",text)
return line.startsWith("-")?paint("red",text):text}function conclusion(documents,paint,width){const{plan:plan,lint:lint,verify:verify,report:report,smoke:smoke,verifyHost:verifyHost}=documents
const parts=[lint&&findingTable(lint,paint),verifyHost&&(0,host.g)(verifyHost).map(line=>marked(line,paint)).join("\n"),smoke&&tried(smoke,paint),plan&&conclusion_table({...documents,plan:plan},paint,width),plan&&checksText({...documents,plan:plan},paint),verify&&(0,checks.p)(verify),report&&files(report.files)]
return parts.filter(part=>part!==undefined).join("\n\n")}function conclusion_table(run,paint,width){const rows=(0,report_rows.h)(run)
const lines=(0,table.ed)(rows,width,(0,report_run.r)(run)?"plan":"run").split("\n")
const[title="",...rest]=lines
const marked=rest.map(line=>line.replaceAll("✓",paint("green","✓")).replaceAll("✗",paint("red","✗")))
const{estimate:estimate,inputs:inputs=[]}=run.plan
return[...inputs.flatMap(listed=>[(0,report_inputs.l)(listed,text=>paint("bold",text)),""]),...rows.length>0?[paint("bold",title),...marked,""]:[],(0,words.Pl)(rows,run.durationMs),...(0,report_run.r)(run)&&estimate!==undefined&&rows.length>0?[(0,report_estimate.a)(estimate)]:[]].join("\n")}const marked=(line,paint)=>line.replace("✓",paint("green","✓")).replace("✗",paint("red","✗"))
function tried(smoke,paint){const lines=(0,report_smoke.zv)(smoke).map(line=>marked(line,paint))
return lines.length===0?undefined:lines.join("\n")}function checksText(run,paint){const lines=(0,checks.T)(run).map(({level:level,text:text})=>{const word=level==="warning"?paint("yellow","warning"):paint("red","error")
return`${word} ${(0,harmless.Is)(text)}`})
return lines.length===0?undefined:lines.join("\n")}function files(byKind){return Object.entries(byKind).map(([kind,path])=>`${kind}: ${path}`).join("\n")}function problemText(problems,paint){return problems.map(problem=>`${paint("red","error:")} ${(0,harmless.vL)((0,errors.Vw)(problem)).join("\n")}`).join("\n")}},1280:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Y:()=>listenForInterrupt})
var _exit_code_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(641)
function listenForInterrupt(told){const controller=new AbortController
const names=["SIGINT","SIGTERM"]
const stop=()=>{if(controller.signal.aborted)process.exit(_exit_code_js__WEBPACK_IMPORTED_MODULE_0__.NS.interrupted)
controller.abort()
told("interrupted: cleaning up; once more to leave at once")}
for(const name of names)process.on(name,stop)
return{signal:controller.signal,[Symbol.dispose]:()=>{for(const name of names)process.off(name,stop)}}}},2288:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{B:()=>makeWorld})
function dockerWith(exec){return(args,options)=>exec(["docker",...args],options)}var external_node_child_process_=__webpack_require__(1421)
var external_node_readline_=__webpack_require__(481)
const signalNumbers={SIGHUP:1,SIGINT:2,SIGQUIT:3,SIGABRT:6,SIGKILL:9,SIGSEGV:11,SIGPIPE:13,SIGTERM:15}
const exec=(argv,options={})=>new Promise((resolve,reject)=>{const[file,...args]=argv
const{signal:signal,graceMs:graceMs=1e4,onLine:onLine}=options
if(signal?.aborted){resolve({exitCode:130,stdout:"",stderr:""})
return}const child=(0,external_node_child_process_.spawn)(file,args,{cwd:options.cwd,env:{...process.env,...options.env},stdio:[options.input===undefined?"ignore":"pipe","pipe","pipe"]})
const chunks={stdout:[],stderr:[]}
for(const name of["stdout","stderr"]){const stream=child[name]
if(!stream)continue
if(!options.discard)stream.on("data",chunk=>append(chunks[name],chunk,options.keep))
if(onLine)(0,external_node_readline_.createInterface)({input:stream,crlfDelay:Number.POSITIVE_INFINITY}).on("line",line=>onLine(line,name))
else if(options.discard)stream.resume()}child.stdin?.on("error",()=>{})
child.stdin?.end(options.input)
let killer
const stop=()=>{child.kill("SIGINT")
killer=setTimeout(()=>{child.kill("SIGKILL")
child.stdout?.destroy()
child.stderr?.destroy()},graceMs)}
signal?.addEventListener("abort",stop,{once:true})
const settle=()=>{clearTimeout(killer)
signal?.removeEventListener("abort",stop)}
child.on("error",cause=>{settle()
reject(new Error(`cannot run ${file}: ${cause.message}`,{cause:cause}))})
child.on("close",(code,killedBy)=>{settle()
resolve({exitCode:code??128+(signalNumbers[killedBy??"SIGKILL"]??9),stdout:Buffer.concat(chunks.stdout).toString(),stderr:Buffer.concat(chunks.stderr).toString()})})})
function append(chunks,chunk,keep){chunks.push(chunk)
if(keep===undefined)return
let spare=chunks.reduce((sum,{length:length})=>sum+length,-keep)
while(chunks[0]!==undefined&&spare>=chunks[0].length)spare-=chunks.shift()?.length??0}function makeWorld(face){return{...face,exec:exec,docker:dockerWith(exec),env:process.env,cwd:process.cwd(),now:()=>performance.now()}}},1567:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{S:()=>runStage})
var promises_=__webpack_require__(1455)
var external_node_path_=__webpack_require__(6760)
var errors=__webpack_require__(6008)
var exit_code=__webpack_require__(641)
function problemFromHere(problem,catalog){if(problem.at===undefined||/^(document|options)\//.test(problem.code))return problem
return{...problem,at:locationFromHere(problem.at,catalog)}}function locationFromHere(at,catalog){return{...at,file:fileFromHere(at.file,catalog)}}function fileFromHere(file,catalog){const here=(0,external_node_path_.isAbsolute)(file)||(0,external_node_path_.normalize)(file)===(0,external_node_path_.normalize)(catalog)
return here?file:(0,external_node_path_.join)((0,external_node_path_.dirname)(catalog),file)}function documentsFromHere(documents,catalog){const{plan:plan,lint:lint,build:build}=documents
return{...documents,...lint&&{lint:{...lint,findings:lint.findings.map(one=>problemFromHere(one,catalog))}},...plan&&{plan:{...plan,images:plan.images.map(image=>image.decision.kind!=="blocked"?image:{...image,decision:{...image.decision,problems:image.decision.problems.map(one=>problemFromHere(one,catalog))}})}},...build&&{build:{...build,images:build.images.map(image=>image.error?.file===undefined?image:{...image,error:{...image.error,file:fileFromHere(image.error.file,catalog)}})}}}}async function runStage(stage,options,world){const started=world.now()
const document=await start(stage,options,world)
if(stage==="bake"||options.print)return{document:document,documents:{},exitCode:exit_code.NS.fine}
const documents={...stage==="run"?document:await documentsOf(stage,options,document),durationMs:world.now()-started}
const whole=stage==="run"?{kind:"lucid.run",version:1,...document}:document
const shown=documentsFromHere(documents,options.catalog)
return{document:whole,documents:shown,exitCode:exitCodeFor(stage,options,documents)}}async function start(stage,options,world){const{stages:stages}=await Promise.all([__webpack_require__.e(88),__webpack_require__.e(903),__webpack_require__.e(187)]).then(__webpack_require__.bind(__webpack_require__,2187))
try{if(stage==="bake")return await stages.build({...options,force:true,print:true},world)
return await stages[stage](options,world)}catch(error){if(!(error instanceof errors.yo))throw error
const problems=error.problems.map(problem=>problemFromHere(problem,options.catalog))
throw new errors.yo(problems,{cause:error})}}async function documentsOf(stage,options,document){if(stage!=="verify-host")return{...await planOf(stage,options),[stage]:document}
const verifyHost=document
return{verifyHost:verifyHost,smoke:verifyHost.smoke}}async function planOf(stage,{out:out}){if(stage==="plan"||stage==="lint")return{}
const text=await(0,promises_.readFile)((0,external_node_path_.join)(out,"plan.json"),"utf8").catch(()=>undefined)
return text===undefined?{}:{plan:JSON.parse(text)}}function exitCodeFor(stage,options,documents){if(stage==="report")return exit_code.NS.fine
if(stage!=="lint")return(0,exit_code.FO)(documents)
const order=["error","warning","note"]
const bad=documents.lint?.findings.some(({severity:severity})=>order.indexOf(severity)<=order.indexOf(options.failOn))
return bad?exit_code.NS.failed:exit_code.NS.fine}},5005:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{T:()=>failedCheckLines,p:()=>verifyWords})
var _documents_build_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(5966)
var _run_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(5443)
var _words_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(9179)
function failedCheckLines(run){const advisory=new Set(run.plan.services.filter(({policy:policy})=>policy.verify==="advisory").map(({name:name})=>name))
const images=(0,_run_js__WEBPACK_IMPORTED_MODULE_0__.Q)(run)
const lines=images.flatMap(({service:service,platform:platform,checks:checks})=>{const several=images.filter(one=>one.service===service).length>1
const bad=checks.filter(({ok:ok})=>!ok)
const stops=new Set(advisory.has(service)?[]:(0,_documents_build_js__WEBPACK_IMPORTED_MODULE_1__.H)(bad))
return bad.map(check=>({level:stops.has(check)?"error":"warning",text:`${service}${several?` ${platform}`:""} ${check.name}: ${check.actual}, not ${check.expected} [${check.id}]`}))})
return[...lines].sort((a,b)=>a.level<b.level?-1:a.level>b.level?1:0)}function verifyWords({images:images,layers:layers}){const checks=images.flatMap(image=>image.checks)
const count=(n,words)=>n===0?[]:[`${n} ${words}`]
const failed=(0,_documents_build_js__WEBPACK_IMPORTED_MODULE_1__.H)(checks).length
const bad=checks.filter(({ok:ok})=>!ok).length
const parts=[(0,_words_js__WEBPACK_IMPORTED_MODULE_2__.LS)(checks.length,"check"),...count(failed,"failed"),...count(bad-failed,bad-failed===1?"warning":"warnings"),...count(images.reduce((sum,{unchecked:unchecked})=>sum+unchecked.length,0),"not looked at")]
return`${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__.LS)(images.length,"image")}: ${parts.join(", ")}; ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__.LS)(layers.read,"layer")} of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__.Ej)(layers.bytes)} read`}},4754:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{a:()=>estimateWords})
var _words_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(9179)
const sources={times:"by earlier build times",sizes:"by image sizes",guess:"by guess: no build times are known yet"}
function estimateWords({matrix:matrix,jobEach:jobEach,by:by}){const saved=jobEach.jobs-matrix.jobs
const jobs=instead((0,_words_js__WEBPACK_IMPORTED_MODULE_0__.LS)(matrix.jobs,"job"),matrix.jobs,jobEach.jobs)
const wall=instead(`about ${minutes(matrix.wallSeconds)} min`,minutes(matrix.wallSeconds),minutes(jobEach.wallSeconds))
const billed=instead((0,_words_js__WEBPACK_IMPORTED_MODULE_0__.LS)(matrix.billedMinutes,"billed minute"),matrix.billedMinutes,jobEach.billedMinutes)
return`on GitHub ${jobs}${saved>0?` (${saved} saved)`:""}: ${wall}, ${billed}, ${sources[by]}`}const instead=(words,ours,theirs)=>ours===theirs?words:`${words} instead of ${theirs}`
const minutes=seconds=>Math.ceil(seconds/60)},4514:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Ph:()=>findingTotals,TC:()=>findingRemarks,cB:()=>lintSummary})
var _errors_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(6008)
var _words_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(9179)
function findingTotals({findings:findings,files:files,baseline:baseline}){const count=severity=>findings.filter(one=>one.severity===severity).length
const old=baseline===undefined||baseline.old===0?"":`, ${baseline.old} known to the baseline`
return`${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__.LS)(files,"Dockerfile")}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__.LS)(count("error"),"error")}, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__.LS)(count("warning"),"warning")}, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__.LS)(count("note"),"note")}${old}`}function findingRemarks({skipped:skipped=[],baseline:baseline}){const gone=baseline?.gone??0
return[...skipped.map(({check:check,why:why})=>`not checked: ${check==="packages"?"":"BuildKit's own checks: "}${why}`),...gone===0?[]:[`${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__.LS)(gone,"finding")} of the baseline ${gone===1?"is":"are"} gone: --update-baseline`]]}const marks={error:"❌ error",warning:"⚠️ warning",note:"note"}
const mostRows=500
function lintSummary(lint){const{findings:findings}=lint
const rows=findings.slice(0,mostRows).map(({severity:severity,code:code,message:message,at:at,fix:fix})=>[marks[severity],at===undefined?"":(0,_words_js__WEBPACK_IMPORTED_MODULE_1__.p7)((0,_errors_js__WEBPACK_IMPORTED_MODULE_0__.j$)(at)),`${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__.p7)(message)}${fix===undefined?"":`<br>${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__.p7)(fix)}`}`,code].join(" | "))
const more=findings.length-rows.length
return[`### ${findings.some(({severity:severity})=>severity==="error")?"❌":"✅"} ${findingTotals(lint)}`,...rows.length===0?[]:[["| severity | where | what | rule |","| --- | --- | --- | --- |",...rows.map(row=>`| ${row} |`)].join("\n")],...more>0?[`${more} more are in the log of this step.`]:[],...findingRemarks(lint).map(line=>`- ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__.p7)(line)}`)].join("\n\n")}},478:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{L:()=>hostSummary,g:()=>hostLines})
var _harmless_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(2812)
var _smoke_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(9643)
var _words_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(9179)
function hostLines({host:host,images:images}){return[`host ${host.name}: Docker ${host.engine}, ${host.platform}`,...images.map(image=>(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__.Is)(line(image)))]}function hostSummary(result){const lines=[...hostLines(result),"",...(0,_smoke_js__WEBPACK_IMPORTED_MODULE_0__.zv)(result.smoke)].map(one=>`    ${one}`)
return`### Published images on ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__.p7)(result.host.name)}\n\n${lines.join("\n")}\n`}function line({state:state,ref:ref,here:here,published:published}){switch(state){case"present":return`✓ Present: ${ref} ${about(here)}`
case"old":return`✗ Old: ${ref} is ${about(here)}; published is ${about(published)}`
case"absent":return`✗ Absent: ${ref}; published is ${about(published)}`
case"unpublished":return`- Not published: ${ref}${here===undefined?"":`; here is ${about(here)}`}`}}function about(image){if(image===undefined)return"unknown"
const{digest:digest,revision:revision,created:created}=image
const more=[revision?.slice(0,12),created?.slice(0,10)].filter(Boolean).join(", ")
return`${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__.VK)(digest)}${more===""?"":` (${more})`}`}},6233:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{l:()=>inputsText})
var _harmless_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(2812)
var _words_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(9179)
function inputsText(inputs,title){const{service:service,platform:platform,dockerfile:dockerfile}=inputs
const lines=[title(`${service} (${platform}), ${dockerfile}`),...inputs.wholeContext.map(({reason:reason,line:line})=>`  all of the context counts: ${reason}${at(line)}`),...inputs.files.flatMap(({instruction:instruction,line:line,context:context,paths:paths})=>[`  ${instruction}${context===undefined?"":` (${context})`}${at(line)}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__.LS)(paths.length,"file")}`,...paths.map(path=>`    ${path}`)]),...inputs.images.map(({ref:ref,use:use,line:line,platform:on,pinned:pinned})=>{const bytes=pinned===undefined?"":` -> ${pinned}`
return`  ${use==="syntax"?"syntax":`${use} image`} ${ref} for ${on}${at(line)}${bytes}`}),...pairs("image of this catalog",inputs.catalogImages),...pairs("context",inputs.contexts),...inputs.urls.map(({url:url,line:line,pinned:pinned})=>`  ADD ${url}${at(line)}${pinned?"":", which may change unseen"}`),...pairs("argument",inputs.args),...list("argument that does not count",inputs.volatileArgs),...list("secret",inputs.secrets),...list("ssh",inputs.ssh)]
return lines.map(_harmless_js__WEBPACK_IMPORTED_MODULE_1__.Is).join("\n")}const at=line=>line===undefined?"":` at line ${line}`
function pairs(word,map){return Object.entries(map).map(([name,value])=>`  ${word} ${name} = ${value}`)}const list=(word,names)=>names.map(name=>`  ${word} ${name}`)},1993:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{h:()=>toRows})
var _documents_build_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(5966)
var _run_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(5443)
function toRows(run){const selected=new Set(run.plan.selected)
const order=run.plan.waves.flat().filter(name=>selected.has(name))
const services=new Map(run.plan.services.map(service=>[service.name,service]))
return order.flatMap(name=>{const service=services.get(name)
return service===undefined?[]:[toRow(run,service)]})}function toRow(run,service){const mine=list=>list?.filter(one=>one.service===service.name)??[]
const planned=mine(run.plan.images)
const built=mine(run.build?.images)
const checked=mine((0,_run_js__WEBPACK_IMPORTED_MODULE_0__.Q)(run))
const smoked=mine(run.smoke?.services)
const published=mine(run.publish?.services)[0]
const sizes=planned.flatMap(image=>{const size=built.find(({platform:platform})=>platform===image.platform)?.size
return size??(image.decision.kind==="unchanged"?image.decision.size:[])})
const layers=built.flatMap(image=>image.layers??[])
const buildMs=built.filter(({outcome:outcome})=>outcome==="built").map(({durationMs:durationMs})=>durationMs??0)
const[probe]=smoked.flatMap(({probes:probes})=>probes.slice(0,1))
const digest=published?.digest??built[0]?.digest??digestOf(planned[0])
const problem=firstProblem(planned,built,checked,smoked,published)
const{verdict:verdict,reason:reason,readyMs:readyMs,architecture:architecture}=worst(smoked)??{}
return{service:service.name,...service.phase!==undefined&&{phase:service.phase},decision:decisionOf(planned),why:whyKept(built)??whyOf(planned),outcome:outcomeOf(run,service,planned,built,checked,smoked,published),platforms:planned.map(({platform:platform})=>platform),...digest!==undefined&&{digest:digest},...sizes.length>0&&{size:sum(sizes)},...layers.length>0&&{layers:sum(layers)},...buildMs.length>0&&{buildMs:sum(buildMs)},...checksOf(checked),...verdict!==undefined&&{health:verdict},...reason!==undefined&&{healthNote:reason},...probe?.latencyMs!==undefined&&{latencyMs:probe.latencyMs},...readyMs!==undefined&&{readyMs:readyMs},...architecture!==undefined&&{architecture:architecture},tags:published?.tags.filter(({state:state})=>state!=="held"&&state!=="kept").map(({tag:tag})=>tag)??[],...problem!==undefined&&{problem:problem}}}function checksOf(checked){const all=checked.flatMap(({checks:checks})=>checks)
if(all.length===0)return{}
const bad=all.filter(({ok:ok})=>!ok)
const failed=(0,_documents_build_js__WEBPACK_IMPORTED_MODULE_1__.H)(bad)
const names=list=>list.map(({name:name})=>name)
const warned=bad.filter(check=>!failed.includes(check))
return{checks:{passed:all.length-bad.length,failed:names(failed),warned:names(warned)}}}const sum=numbers=>numbers.reduce((total,one)=>total+one,0)
function digestOf(image){return image?.decision.kind==="unchanged"?image.decision.digest:undefined}function decisionOf(images){const kinds=new Set(images.map(({decision:decision})=>decision.kind))
return kinds.has("blocked")?"blocked":kinds.has("build")?"build":"unchanged"}function whyOf(images){const kind=decisionOf(images)
const details=images.filter(({decision:decision})=>decision.kind===kind).flatMap(({decision:decision})=>decision.reasons)
return[...new Set(details.map(({detail:detail})=>detail))].join("; ")}function whyKept(built){const reasons=built.map(({reason:reason})=>reason)
return reasons.every(reason=>reason!==undefined)?reasons[0]:undefined}const severity={healthy:0,skipped:1,unknown:2,unhealthy:3}
function worst(smoked){return[...smoked].sort((a,b)=>severity[b.verdict]-severity[a.verdict])[0]}function outcomeOf(run,{policy:policy},planned,built,checked,smoked,published){const buildOutcomes=new Set(built.map(({outcome:outcome})=>outcome))
if(buildOutcomes.has("failed")||planned.some(({decision:decision})=>decision.kind==="blocked"))return"failed"
if(buildOutcomes.has("cancelled"))return"cancelled"
if(buildOutcomes.has("skipped"))return"skipped"
if(policy.verify==="required"&&checked.some(({checks:checks})=>(0,_documents_build_js__WEBPACK_IMPORTED_MODULE_1__.H)(checks).length>0))return"failed"
const verdicts=new Set(policy.smoke==="advisory"?[]:smoked.map(({verdict:verdict})=>verdict))
if(published!==undefined){if(published.outcome==="superseded")return"held"
if(published.outcome==="failed"||verdicts.has("unhealthy"))return"failed"
return published.tags.some(({state:state})=>state==="held")?"held":published.outcome}if(verdicts.has("unhealthy"))return"failed"
if(verdicts.has("unknown"))return"unknown"
if(run.build!==undefined)return built.length===0?"unknown":buildOutcomes.has("built")?"built":"unchanged"
return decisionOf(planned)==="unchanged"?"unchanged":"planned"}function firstProblem(planned,built,checked,smoked,published){for(const{decision:decision}of planned)if(decision.kind==="blocked")return decision.problems[0]?.message
const failedBuild=built.find(({error:error})=>error!==undefined)
if(failedBuild?.error)return failedBuild.error.message
const[failedCheck]=checked.flatMap(({checks:checks})=>(0,_documents_build_js__WEBPACK_IMPORTED_MODULE_1__.H)(checks))
if(failedCheck)return`${failedCheck.name}: ${failedCheck.actual}, not ${failedCheck.expected}`
const failedSmoke=smoked.find(({verdict:verdict})=>verdict==="unhealthy"||verdict==="unknown")
if(failedSmoke)return failedSmoke.failure?.guess??failedSmoke.reason
if(published!==undefined&&published.outcome!=="published"&&published.outcome!=="unchanged")return published.reason
const held=published?.tags.find(({state:state})=>state==="held")
return held&&`${held.tag} held: ${held.why??published?.reason??""}`}},5443:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Q:()=>checkedImages,r:()=>isPlanAlone})
var _documents_verify_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(2117)
function isPlanAlone({build:build,verify:verify,smoke:smoke,publish:publish}){return build===undefined&&verify===undefined&&smoke===undefined&&publish===undefined}function checkedImages({build:build,verify:verify}){if(build===undefined||verify===undefined)return build?.images??verify?.images??[]
return(0,_documents_verify_js__WEBPACK_IMPORTED_MODULE_0__.u)(build,verify).images}},9643:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{X5:()=>endpointOf,f7:()=>diagnosisText,zv:()=>smokeLines})
var _harmless_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(2812)
var _words_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(9179)
function endpointOf({ref:ref,probes:probes,service:service}){const name=/([^/]+)@/.exec(ref)?.[1]??service
const port=probes.find(({port:asked})=>asked!==undefined)?.port
return port===undefined?name:`${name}:${port}`}const marks={healthy:"✓",unhealthy:"✗",unknown:"?",skipped:"-"}
function smokeLines({services:services,network:network,leftovers:leftovers=[]}){const tried=services.filter(({verdict:verdict})=>verdict!=="skipped")
if(tried.length===0)return[]
const several=new Set(tried.map(({platform:platform})=>platform)).size>1
const where=`network ${network.name}${network.subnet===undefined?"":` ${network.subnet}`}`
return[`${where} ✓${network.note===undefined?"":`: ${network.note}`}`,...tried.map(one=>{const told=one.verdict==="healthy"?wellWords(one):one.failure?.guess??one.reason??"no reason known"
return(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__.Is)(`${endpointOf(one)}${several?` ${one.platform}`:""} ${marks[one.verdict]} ${told}`.trimEnd())}),...leftovers.map(left=>`left behind, for the next run to remove: ${left}`)]}function wellWords({architecture:architecture,readyMs:readyMs,probes:probes,reason:reason}){const latency=probes[0]?.latencyMs
return[architecture,readyMs!==undefined&&`ready in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__.p0)(readyMs)}`,latency!==undefined&&`answers in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__.p0)(latency)}`,reason].filter(Boolean).join(", ")}function diagnosisText({service:service,platform:platform,ref:ref,failure:failure,needs:needs=[],probes:probes}){if(failure===undefined)return""
const{phase:phase,guess:guess,lastProbe:lastProbe,exitCode:exitCode,exitMeaning:exitMeaning,healthLog:healthLog=[],ports:ports=[],inspect:inspect,log:log}=failure
const section=(title,lines)=>lines.length===0?[]:["",title,...lines.map(line=>`  ${line}`)]
return[`${service} ${platform}: ${guess}`,`image       ${ref}`,`failed in   ${phase}`,...lastProbe===undefined?[]:[`last probe  ${lastProbe}`],...exitCode===undefined?[]:[`exit code   ${exitCode}${exitMeaning===undefined?"":` (${exitMeaning})`}`],...needs.length===0?[]:[`needs       ${needs.join(", ")}`],...section("probes",probes.map(({ok:ok,kind:kind,target:target,error:error})=>`${ok?"✓":"✗"} ${kind} ${target}${error===undefined?"":`: ${error}`}`)),...section("ports",ports.map(({container:container,published:published,listens:listens})=>[container,published===undefined?"not published":`published on ${published}`,...listens===undefined?[]:[listens==="nothing"?"nothing listens":`listens on ${listens}`]].join(", "))),...section("health log",healthLog.map(({exitCode:code,output:output})=>`exit ${code}${output===""?"":`: ${output}`}`)),...section("inspect",Object.entries(inspect??{}).map(([key,value])=>`${key}: ${value}`)),...section("log",log)].map(line=>(0,_harmless_js__WEBPACK_IMPORTED_MODULE_0__.Is)(line)).join("\n")}},70:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{ed:()=>textTable,j:()=>healthWord,kJ:()=>checksWord})
var _harmless_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(2812)
var _words_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(9179)
const service={title:"SERVICE",cell:({service:service})=>service}
const decision={title:"DECISION",cell:({decision:decision,outcome:outcome})=>outcome==="failed"?"✗ failed":decision}
const why={title:"WHY",cell:({why:why,problem:problem})=>problem??why}
const columnsOf={plan:[{...decision,cell:row=>row.decision==="blocked"?"✗ blocked":row.decision},service,why],run:[service,decision,{title:"DIGEST",cell:({digest:digest})=>digest===undefined?"-":(0,_words_js__WEBPACK_IMPORTED_MODULE_0__.VK)(digest)},{title:"SIZE",right:true,cell:row=>row.size===undefined?"-":(0,_words_js__WEBPACK_IMPORTED_MODULE_0__.Ej)(row.size)},{title:"BUILD",right:true,cell:({buildMs:buildMs})=>buildMs===undefined?"-":(0,_words_js__WEBPACK_IMPORTED_MODULE_0__.p0)(buildMs)},{title:"CHECKS",cell:checksWord},{title:"HEALTH",cell:healthWord},{title:"LATENCY",right:true,cell:({latencyMs:latencyMs})=>latencyMs===undefined?"-":(0,_words_js__WEBPACK_IMPORTED_MODULE_0__.p0)(latencyMs)},why]}
function healthWord({health:health,architecture:architecture}){if(health==="healthy")return`✓ ${architecture??"healthy"}`
if(health==="unhealthy")return"✗ unhealthy"
return health==="unknown"?"? unknown":"-"}function checksWord({checks:checks}){if(checks===undefined)return"-"
const{passed:passed,failed:failed,warned:warned}=checks
const mark=failed.length>0?"✗":warned.length>0?"!":"✓"
const bad=failed.length+warned.length
return bad===0?`${mark} ${passed}`:`${mark} ${passed} of ${passed+bad}`}function textTable(rows,width=Number.POSITIVE_INFINITY,layout="run"){const columns=columnsOf[layout].filter(({cell:cell})=>rows.length===0||rows.some(row=>cell(row)!=="-"))
const cells=[columns.map(({title:title})=>title),...rows.map(row=>columns.map(({cell:cell})=>(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__.Is)(cell(row))))]
const widths=columns.map((_,i)=>Math.max(...cells.map(line=>line[i]?.length??0)))
return cells.map(line=>{const text=line.map((cell,i)=>columns[i]?.right?cell.padStart(widths[i]??0):cell.padEnd(widths[i]??0)).join("  ").trimEnd()
return text.length>width?`${text.slice(0,Math.max(1,width-1))}…`:text}).join("\n")}}}
