export const id=831
export const ids=[831]
export const modules={6814:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{K:()=>readInputs})
var _actions_core__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(7264)
var _interface_options_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(669)
const secrets=new Set(["github-token","registry-password"])
function readInputs(stage){return Object.fromEntries((0,_interface_options_js__WEBPACK_IMPORTED_MODULE_1__.cz)(stage,"action").map(({name:name})=>{const variable=`INPUT_${name.toUpperCase()}`
if(process.env[variable]===undefined)return[name,undefined]
const value=(0,_actions_core__WEBPACK_IMPORTED_MODULE_0__.V4)(name)
if(value!==""&&secrets.has(name)){(0,_actions_core__WEBPACK_IMPORTED_MODULE_0__.Pq)(value)
delete process.env[variable]}return[name,value]}))}},831:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{stageAction:()=>stageAction})
var core=__webpack_require__(7264)
var conclusion=__webpack_require__(9239)
var exit_code=__webpack_require__(641)
var interface_interrupt=__webpack_require__(1280)
var make_world=__webpack_require__(2288)
var external_node_path_=__webpack_require__(6760)
var build=__webpack_require__(5966)
var interface_subjects=__webpack_require__(7898)
const json=value=>JSON.stringify(value)
const counted=list=>list===undefined?undefined:String(list.length)
const longest=45e4
function publishedJson(services){const rows=services.map(publishedOutput)
const whole=json(rows)
if(Buffer.byteLength(whole)<=longest)return whole
return json(rows.map(({platforms:_,copies:_copies,...row})=>({...row,cut:true})))}function publishedOutput({service:service,image:image,outcome:outcome,digest:digest,tags:tags,platforms:platforms,copies:copies,durationMs:durationMs}){const given=list=>list.filter(({state:state})=>state!=="held"&&state!=="kept").map(({tag:tag})=>tag)
const total=key=>{const known=platforms.flatMap(one=>one[key]??[])
return known.length===0?undefined:known.reduce((sum,one)=>sum+one,0)}
return{...{service:service,image:image,outcome:outcome,digest:digest,tags:given(tags),size:total("size"),layers:total("layers"),platforms:platforms},copies:copies?.map(copy=>({...copy,tags:given(copy.tags)})),durationMs:durationMs}}function basesOf({images:images,waves:waves}){const toBuild=images.filter(({decision:decision})=>decision.kind==="build")
const building=new Set(toBuild.map(({service:service})=>service))
const bases=new Set(toBuild.flatMap(({from:from})=>Object.values(from)).filter(name=>building.has(name)))
return waves.flat().filter(name=>bases.has(name))}const tagsOf=(plan,service)=>{const{immutable:immutable=[],floating:floating=[]}=plan?.tags[service]??{}
return[...immutable,...floating]}
function subjectOutputs(stage,what,result){const stages=stage==="publish"?["publish","run"]:["build"]
const subjects=documents=>{const made=result(documents)
return made&&(0,interface_subjects.Z)(made)}
return[{name:"subjects",stages:stages,description:`JSON list of ${what}: \`name\` and \`digest\`, for actions/attest.`,value:documents=>{const list=subjects(documents)
return list&&json(list)}},{name:"subject-checksums",stages:stages,description:`Path of the same as a file of checksums, for actions/attest; unset where there is none.`,value:(documents,out)=>subjects(documents)?.length?(0,external_node_path_.join)(out,`${stage}-subjects.txt`):undefined}]}const outputs=[{name:"plan",stages:["plan","run"],description:"Path of `plan.json`, for the input `plan` of later stages.",value:({plan:plan},out)=>plan&&(0,external_node_path_.join)(out,"plan.json")},{name:"has-work",stages:["plan","run"],description:"`true` if an image has to be built, else `false`. Test it before starting a matrix.",value:({plan:plan})=>plan&&String(plan.matrix.include.length>0)},{name:"matrix",stages:["plan","run"],description:"JSON for `strategy.matrix`: under `include`, for each leg `name`, `service`, `platform`, `runner`, `phase` and `wave`. With nothing to build that list is empty, which GitHub refuses as a matrix: test `has-work`.",value:({plan:plan})=>plan&&json(plan.matrix)},{name:"bases",stages:["plan"],description:"Names of services to build that others to build are made from, parted by commas; blank if there is none. A job that builds them before the matrix spares each leg from building its base itself.",value:({plan:plan})=>plan&&basesOf(plan).join(",")},{name:"services",stages:["plan","run"],description:"Names of the selected services, parted by commas: ready for the input `service`.",value:({plan:plan})=>plan?.selected.join(",")},{name:"findings",stages:["lint"],description:"Path of `lint.json`.",value:({lint:lint},out)=>lint&&(0,external_node_path_.join)(out,"lint.json")},{name:"sarif",stages:["lint"],description:"Path of `lint.sarif`, for github/codeql-action/upload-sarif.",value:({lint:lint},out)=>lint&&(0,external_node_path_.join)(out,"lint.sarif")},{name:"errors",stages:["lint"],description:"How many findings are errors.",value:({lint:lint})=>counted(lint?.findings.filter(({severity:severity})=>severity==="error"))},{name:"warnings",stages:["lint"],description:"How many findings are warnings.",value:({lint:lint})=>counted(lint?.findings.filter(({severity:severity})=>severity==="warning"))},{name:"notes",stages:["lint"],description:"How many findings are notes.",value:({lint:lint})=>counted(lint?.findings.filter(({severity:severity})=>severity==="note"))},{name:"build",stages:["build","run"],description:"Path of `build.json`.",value:({build:build},out)=>build&&(0,external_node_path_.join)(out,"build.json")},{name:"built",stages:["build","run"],description:"How many images were built.",value:({build:build})=>counted(build?.images.filter(({outcome:outcome})=>outcome==="built"))},{name:"images",stages:["build","run"],description:"JSON list of the images: `service`, `platform`, `outcome`, `ref`, `digest`, `tags` (that publish will give), `size` in bytes, `layers`, `durationMs`. What each step took is in `build.json`.",value:({build:build,plan:plan})=>build&&json(build.images.map(({service:service,platform:platform,outcome:outcome,contentRef:ref,digest:digest,size:size,layers:layerCount,durationMs:durationMs})=>({...{service:service,platform:platform,outcome:outcome,ref:ref,digest:digest},tags:tagsOf(plan,service),...{size:size,layers:layerCount,durationMs:durationMs}})))},...subjectOutputs("build","each image that was built",({build:build})=>build),{name:"verify",stages:["verify"],description:"Path of `verify.json`.",value:({verify:verify},out)=>verify&&(0,external_node_path_.join)(out,"verify.json")},{name:"verified",stages:["verify"],description:"How many images passed every check that stops one.",value:({verify:verify})=>counted(verify?.images.filter(({digest:digest,checks:checks})=>digest&&(0,build.H)(checks).length===0))},{name:"failed",stages:["verify"],description:"How many did not.",value:({verify:verify})=>counted(verify?.images.filter(({checks:checks})=>(0,build.H)(checks).length>0))},{name:"smoke",stages:["smoke","run"],description:"Path of `smoke.json`.",value:({smoke:smoke},out)=>smoke&&(0,external_node_path_.join)(out,"smoke.json")},{name:"verify-host",stages:["verify-host"],description:"Path of `verify-host.json`.",value:({verifyHost:verifyHost},out)=>verifyHost&&(0,external_node_path_.join)(out,"verify-host.json")},{name:"missing",stages:["verify-host"],description:"How many published images the machine does not have, or has in an old version.",value:({verifyHost:verifyHost})=>counted(verifyHost?.images.filter(({state:state})=>state==="absent"||state==="old"))},{name:"junit",stages:["smoke","run","verify-host"],description:"Path of the same as JUnit XML, for what shows test results.",value:({smoke:smoke,verifyHost:verifyHost},out)=>smoke&&(0,external_node_path_.join)(out,verifyHost?"host":"","smoke.junit.xml")},{name:"smoke-compose",stages:["smoke","run"],description:"Path of the stack's Compose file, if one was needed. Logs and diagnoses are in the folder `logs` beside it.",value:({smoke:smoke})=>smoke?.composeFile},{name:"healthy",stages:["smoke","run","verify-host"],description:"How many services answered as they should.",value:({smoke:smoke})=>counted(smoke?.services.filter(({verdict:verdict})=>verdict==="healthy"))},{name:"unhealthy",stages:["smoke","run","verify-host"],description:"How many did not, or gave no answer.",value:({smoke:smoke})=>counted(smoke?.services.filter(({verdict:verdict})=>verdict==="unhealthy"||verdict==="unknown"))},{name:"publish",stages:["publish","run"],description:"Path of `publish.json`.",value:({publish:publish},out)=>publish&&(0,external_node_path_.join)(out,"publish.json")},{name:"published",stages:["publish","run"],description:"JSON list of the services: `service`, `image`, `outcome`, `digest`, `tags`, `size`, `layers`, `platforms` (each with its `digest`), `copies`, `durationMs`. Where that is over 450 KB, `platforms` and `copies` are left to `publish.json`, and `cut` is true.",value:({publish:publish})=>publish&&publishedJson(publish.services)},...subjectOutputs("publish","each index that was published",({publish:publish})=>publish),{name:"compose",stages:["publish","run"],description:"Path of `compose.yml`: what was published, by digest, ready for `docker compose up` where it is to run.",value:({publish:publish})=>publish?.composeFile},{name:"report",stages:["report","run"],description:"Path of the report, one HTML file.",value:({report:report})=>report?.files.page},{name:"builder",stages:["setup"],description:"Name of the buildx builder that builds will use.",value:()=>undefined},{name:"emulated",stages:["setup"],description:"Platforms that QEMU was registered for, parted by commas; blank if none.",value:()=>undefined}]
function outputsOf(stage){return outputs.filter(({stages:stages})=>stages.includes(stage))}var run_stage=__webpack_require__(1567)
var values=__webpack_require__(8791)
var findings=__webpack_require__(4514)
var host=__webpack_require__(478)
var summary=__webpack_require__(8644)
var annotations=__webpack_require__(3237)
var actions_console=__webpack_require__(2882)
var inputs=__webpack_require__(6814)
var login=__webpack_require__(3142)
var __addDisposableResource=undefined&&undefined.__addDisposableResource||function(env,value,async){if(value!==null&&value!==void 0){if(typeof value!=="object"&&typeof value!=="function")throw new TypeError("Object expected.")
var dispose,inner
if(async){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
dispose=value[Symbol.asyncDispose]}if(dispose===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
dispose=value[Symbol.dispose]
if(async)inner=dispose}if(typeof dispose!=="function")throw new TypeError("Object not disposable.")
if(inner)dispose=function(){try{inner.call(this)}catch(e){return Promise.reject(e)}}
env.stack.push({value:value,dispose:dispose,async:async})}else if(async){env.stack.push({async:true})}return value}
var __disposeResources=undefined&&undefined.__disposeResources||function(SuppressedError){return function(env){function fail(e){env.error=env.hasError?new SuppressedError(e,env.error,"An error was suppressed during disposal."):e
env.hasError=true}var r,s=0
function next(){while(r=env.stack.pop()){try{if(!r.async&&s===1)return s=0,env.stack.push(r),Promise.resolve().then(next)
if(r.dispose){var result=r.dispose.call(r.value)
if(r.async)return s|=2,Promise.resolve(result).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return env.hasError?Promise.reject(env.error):Promise.resolve()
if(env.hasError)throw env.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(error,suppressed,message){var e=new Error(message)
return e.name="SuppressedError",e.error=error,e.suppressed=suppressed,e})
async function stageAction(stage){const env_1={stack:[],error:void 0,hasError:false}
try{const interrupt=__addDisposableResource(env_1,(0,interface_interrupt.Y)(message=>console.log(message)),false)
const world=(0,make_world.B)({progress:(0,actions_console.sc)(()=>performance.now()),log:actions_console.OG,signal:interrupt.signal})
try{const options=(0,values.A)((0,inputs.K)(stage),world)
if(stage==="run")await(0,actions_console.Df)(()=>(0,login.E8)(options))
const{documents:documents,exitCode:exitCode}=await(0,actions_console.Df)(async()=>{const run=await(0,run_stage.S)(stage,options,world);(0,actions_console.OG)((0,conclusion.q)(run.documents,(_,text)=>text,Number.POSITIVE_INFINITY))
return run})
for(const{name:name,value:value}of outputsOf(stage)){const text=value(documents,options.out)
if(text!==undefined)core.uH(name,text)}await summarize(documents);(0,actions_console.fz)((0,annotations.Ih)(documents))
process.exitCode=exitCode}catch(error){if(!interrupt.signal.aborted)await(0,actions_console.TF)(error)
process.exitCode=(0,exit_code.LL)(error)}if(interrupt.signal.aborted)process.exitCode=exit_code.NS.interrupted}catch(e_1){env_1.error=e_1
env_1.hasError=true}finally{__disposeResources(env_1)}}async function summarize({plan:plan,...rest}){if(!process.env.GITHUB_STEP_SUMMARY)return
if(rest.verifyHost!==undefined)await core.z.addRaw((0,host.L)(rest.verifyHost),true).write()
if(plan===undefined){if(rest.lint!==undefined)await core.z.addRaw((0,findings.cB)(rest.lint),true).write()
return}await core.z.addRaw((0,summary.x)({plan:plan,...rest}),true).write()}},2787:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{_:()=>repositoryOf})
function repositoryOf(ref){const plain=ref.split("@",1)[0]??ref
const colon=plain.lastIndexOf(":")
return colon>plain.lastIndexOf("/")?plain.slice(0,colon):plain}},7898:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{T:()=>subjectsText,Z:()=>subjectsOf})
var _documents_reference_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(2787)
function subjectsOf(result){if(result.kind==="lucid.build")return result.images.flatMap(({contentRef:contentRef,digest:digest,outcome:outcome})=>digest!==undefined&&outcome==="built"?[{name:(0,_documents_reference_js__WEBPACK_IMPORTED_MODULE_0__._)(contentRef),digest:digest}]:[])
return result.services.flatMap(({image:image,digest:digest,outcome:outcome,copies:copies=[]})=>{if(digest===undefined||outcome!=="published")return[]
return[image,...copies.map(copy=>copy.image)].map(name=>({name:name,digest:digest}))})}function subjectsText(subjects){return subjects.map(({name:name,digest:digest})=>`${digest.replace(/^sha256:/,"")}  ${name}\n`).join("")}},6635:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{B:()=>toProgress})
var _rows_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(1993)
const done=new Set(["published","unchanged","built","held"])
function toProgress(run){const{plan:plan}=run
if(plan.phases.length===0||plan.selected.length<plan.services.length)return undefined
const complete=new Set((0,_rows_js__WEBPACK_IMPORTED_MODULE_0__.h)(run).flatMap(({service:service,outcome:outcome})=>done.has(outcome)?service:[]))
const phases=plan.phases.map(({id:id,title:title})=>{const there=plan.services.filter(({phase:phase})=>phase===id)
const built=there.filter(({name:name})=>complete.has(name)).length
const required=there.length+plan.planned.filter(({phase:phase})=>phase===id).length
const status=built===required?"complete":built>0?"in progress":"pending"
return{id:id,title:title,required:required,complete:built,status:status}})
const total=key=>phases.reduce((sum,phase)=>sum+phase[key],0)
const required=total("required")
const reached=total("complete")
return{phases:phases,required:required,complete:reached,percent:required===0?0:Math.round(reached/required*100)}}},8644:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{x:()=>stepSummary})
var errors=__webpack_require__(6008)
var checks=__webpack_require__(5005)
var report_estimate=__webpack_require__(4754)
var report_inputs=__webpack_require__(6233)
var report_progress=__webpack_require__(6635)
function publishedLines({services:services}){return services.flatMap(({image:image,digest:digest,tags:tags,copies:copies=[],signed:signed})=>{const kept=tags.flatMap(({tag:tag,state:state,previous:previous})=>state==="kept"?[`${image}:${tag} stays with ${previous??"its first build"}`]:[])
if(digest===undefined)return kept
const line=(name,list)=>[`${name}@${digest}`,...given(list),...signed?["(signed)"]:[]].join(" ")
const there=copies.filter(({outcome:outcome})=>outcome==="published"||outcome==="unchanged")
return[line(image,tags),...there.map(copy=>line(copy.image,copy.tags)),...kept]})}function given(tags){return tags.filter(({state:state})=>state!=="held"&&state!=="kept").map(({tag:tag})=>tag)}var report_rows=__webpack_require__(1993)
var report_run=__webpack_require__(5443)
var report_smoke=__webpack_require__(9643)
var words=__webpack_require__(9179)
const shown=15
const leastMs=100
function stepsSection({images:images}){const steps=images.flatMap(({service:service,platform:platform,steps:all=[]})=>all.map(step=>({...step,image:`${service} (${platform})`}))).filter(({cached:cached,durationMs:durationMs})=>!cached&&durationMs>=leastMs).sort((a,b)=>b.durationMs-a.durationMs).slice(0,shown)
if(steps.length===0)return undefined
return[`<details><summary>slowest build steps</summary>`,"","| image | step | took |","| --- | --- | ---: |",...steps.map(({image:image,name:name,durationMs:durationMs})=>`| ${(0,words.p7)(image)} | ${(0,words.p7)(name)} | ${(0,words.p0)(durationMs)} |`),"","</details>"].join("\n")}var table=__webpack_require__(70)
const maxBytes=900*1024
function stepSummary(run){const rows=(0,report_rows.h)(run)
const failures=rows.filter(({problem:problem})=>problem!==undefined)
const{estimate:estimate,inputs:inputs=[]}=run.plan
const alone=(0,report_run.r)(run)
const sections=[`### ${mark(rows)} ${(0,words.Pl)(rows,run.durationMs)}`,alone&&estimate!==undefined&&rows.length>0?(0,report_estimate.a)(estimate):undefined,alone?planTable(rows):summary_table(rows),run.smoke&&smokeSection(run.smoke),failures.length===0?undefined:failureSection(run,failures),run.publish&&publishedSection(run.publish),checkSection(run),run.lint&&run.lint.findings.length>0?findingSection(run.lint.findings):undefined,run.build&&stepsSection(run.build),progressSection(run),...inputs.map(inputSection)]
return cut(sections.filter(section=>section!==undefined).join("\n\n"))}function planTable(rows){const lines=rows.map(({decision:decision,service:service,why:why,problem:problem,platforms:platforms})=>[decision,`**${(0,words.p7)(service)}**`,(0,words.p7)(problem??why),platforms.join(" ")].join(" | "))
return["| decision | service | why | platforms |","| --- | --- | --- | --- |",...lines.map(line=>`| ${line} |`)].join("\n")}function publishedSection(result){const lines=publishedLines(result)
if(lines.length===0)return undefined
return`<details><summary>Published, by digest</summary>\n\n${codeBlock(lines)}\n\n</details>`}function inputSection(inputs){const title=`${inputs.service} (${inputs.platform}) is built from`
const text=(0,report_inputs.l)(inputs,line=>line).split("\n").slice(1)
return`<details><summary>${title}</summary>\n\n${codeBlock(text)}\n\n</details>`}const mark=rows=>rows.some(({outcome:outcome})=>outcome==="failed"||outcome==="unknown")?"❌":"✅"
function summary_table(rows){const lines=rows.map(row=>[`**${(0,words.p7)(row.service)}**`,row.outcome,(0,words.p7)(row.why),row.platforms.join(" "),row.digest===undefined?"":`\`${(0,words.VK)(row.digest)}\``,row.tags.map(tag=>`\`${tag}\``).join(" "),row.size===undefined?"":(0,words.Ej)(row.size),row.layers??"",row.buildMs===undefined?"":(0,words.p0)(row.buildMs),(0,table.kJ)(row).replace("-",""),healthCell(row),row.latencyMs===undefined?"":(0,words.p0)(row.latencyMs)].join(" | "))
return["| service | outcome | why | platforms | digest | tags | size | layers | build | checks | health | latency |","| --- | --- | --- | --- | --- | --- | ---: | ---: | ---: | --- | --- | ---: |",...lines.map(line=>`| ${line} |`)].join("\n")}function healthCell({health:health,architecture:architecture}){if(health===undefined||health==="skipped")return""
if(health!=="healthy")return`❌ ${health}`
return["✓",architecture].filter(Boolean).join(" ")}function smokeSection(smoke){const lines=(0,report_smoke.zv)(smoke)
return lines.length===0?undefined:codeBlock(lines)}function failureSection(run,failures){return failures.map(({service:service,problem:problem})=>{const built=run.build?.images.find(image=>image.service===service&&image.error!==undefined)
const smoked=run.smoke?.services.find(one=>one.service===service&&one.failure!==undefined)
const log=built?.error?.log??smoked?.failure?.log??[]
return[`#### ${(0,words.p7)(service)}: ${(0,words.p7)(problem??"")}`,...log.length>0?[codeBlock(log)]:[],...smoked?.failure===undefined?[]:[diagnosisSection({...smoked,failure:{...smoked.failure,log:[]}})]].join("\n\n")}).join("\n\n")}function diagnosisSection(smoked){const lines=(0,report_smoke.f7)(smoked).split("\n")
return`<details><summary>diagnosis</summary>\n\n${codeBlock(lines)}\n\n</details>`}function codeBlock(lines){return lines.flatMap(line=>line.split(/\r\n|[\r\n\u2028\u2029]/)).map(line=>`    ${line.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g,"")}`).join("\n")}function place(text){return/[`\u0000-\u001f]/.test(text)?(0,words.p7)(text):`\`${text}\``}function findingSection(findings){const lines=findings.map(({severity:severity,code:code,message:message,at:at,fix:fix})=>{const where=at===undefined?"":`${place((0,errors.j$)(at))} `
return`- ${severity}: ${where}${(0,words.p7)(message)} (${code})${fix?`. ${(0,words.p7)(fix)}`:""}`})
return[`<details><summary>${(0,words.LS)(findings.length,"finding")}</summary>`,"",...lines,"","</details>"].join("\n")}function checkSection(run){const lines=(0,checks.T)(run)
const unchecked=(0,report_run.Q)(run).reduce((sum,image)=>sum+(image.unchecked?.length??0),0)
if(lines.length===0)return undefined
const list=lines.map(({level:level,text:text})=>`- ${level}: ${(0,words.p7)(text)}`)
const title=`${(0,words.LS)(lines.length,"failed check")}, ${unchecked} not looked at`
return[`<details><summary>${title}</summary>`,"",...list,"","</details>"].join("\n")}function progressSection(run){const progress=(0,report_progress.B)(run)
if(progress===undefined)return undefined
return[`<details><summary>${progress.complete} of ${progress.required} images of the plan, ${progress.percent} %</summary>`,"","| phase | category | required | completed | status |","| --- | --- | ---: | ---: | --- | --- |",...progress.phases.map(({id:id,title:title,required:required,complete:complete,status:status})=>`| ${id} | ${(0,words.p7)(title)} | ${required} | ${complete} | ${status} |`),`| **total** | **all phases** | **${progress.required}** | **${progress.complete}** | ${progress.percent} % |`,"","</details>"].join("\n")}function cut(text){if(Buffer.byteLength(text)<=maxBytes)return text
let bytes=0
const kept=[]
for(const line of text.split("\n")){bytes+=Buffer.byteLength(line)+1
if(bytes>maxBytes)break
kept.push(line)}return[...kept,"","_Shortened: the whole of it is in the report._"].join("\n")}}}
