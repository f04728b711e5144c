export const id=18
export const ids=[18,637]
export const modules={7018:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{liveScreen:()=>liveScreen})
var log_update__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(5872)
var _harmless_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(2812)
var _interface_progress_line_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(5631)
var _report_words_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(9179)
const frameMs=100
function liveScreen(stream,paint,now){const update=(0,log_update__WEBPACK_IMPORTED_MODULE_0__.SY)(stream,{showCursor:true})
const elapsed=(0,_interface_progress_line_js__WEBPACK_IMPORTED_MODULE_1__.sX)(now)
const active=new Map
let timer
const draw=()=>{const width=stream.columns||80
const room=Math.max(1,(stream.rows||24)-2)
const all=[...active.values()]
const lines=all.slice(0,room).map(one=>activeLine(one,now(),width))
if(all.length>room)lines.push(`  and ${all.length-room} more`)
update(lines.join("\n"))}
const stay=text=>{update.clear()
stream.write(`${text}\n`)
if(active.size>0)draw()}
return{progress:event=>{const key=`${event.stage}\n${event.subject}`
const ms=elapsed(event)
if(event.state==="done"||event.state==="failed"){active.delete(key)
stay([endLine(event,ms,paint),...event.state==="failed"?(0,_interface_progress_line_js__WEBPACK_IMPORTED_MODULE_1__.mR)(event):[]].join("\n"))}else{active.set(key,{event:event,since:active.get(key)?.since??now()})}timer??=setInterval(draw,frameMs).unref()},line:stay,stop:()=>{clearInterval(timer)
timer=undefined
active.clear()
update.clear()}}}function activeLine({event:event,since:since},now,width){const text=`  ${head(event)}  ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_2__.p0)(now-since).padStart(8)}  ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_3__.Is)(event.text??"")}`.trimEnd()
return text.length<width?text:`${text.slice(0,Math.max(1,width-2))}…`}function endLine(event,ms,paint){const mark=event.state==="done"?paint("green","✓"):paint("red","✗")
const took=ms===undefined?"":(0,_report_words_js__WEBPACK_IMPORTED_MODULE_2__.p0)(ms)
return`${mark} ${head(event)}  ${took.padStart(8)}  ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_3__.Is)(event.text??"")}`.trimEnd()}const head=({stage:stage,subject:subject})=>`${stage.padEnd(7)}  ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_3__.Is)(subject).padEnd(28)}`},2812:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Is:()=>harmless,vL:()=>harmlessLines,wh:()=>plainText})
const escapes=/\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g
const controls=/[\p{Cc}\p{Bidi_Control}]+/gu
function plainText(text){return text.replace(escapes,"").replace(controls,found=>found.replace(/[^\t\n]/gu,""))}function harmless(text){return text.replace(escapes,"").replace(controls," ")}function harmlessLines(text){return text.split(/\r?\n/).map(line=>harmless(line).trimEnd())}},5631:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{mR:()=>stepLines,oz:()=>progressLine,sX:()=>stopwatch})
var _harmless_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(2812)
var _report_words_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(9179)
function progressLine({stage:stage,subject:subject,state:state,text:text},elapsedMs){const took=state==="started"||elapsedMs===undefined?"":` ${(0,_report_words_js__WEBPACK_IMPORTED_MODULE_0__.p0)(elapsedMs)}`
const parts=[stage.padEnd(7),(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__.Is)(subject),`${state}${took}`,(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__.Is)(text??"")]
return parts.join("  ").trimEnd()}function stopwatch(now){const starts=new Map
return({stage:stage,subject:subject,state:state})=>{const key=`${stage}\n${subject}`
const start=starts.get(key)
if(start===undefined)starts.set(key,now())
if(state==="done"||state==="failed")starts.delete(key)
return start===undefined?undefined:now()-start}}const indent="         "
function stepLines({steps:steps=[]},logs="failed"){return steps.flatMap(({text:text,state:state,log:log})=>{if(logs==="failed"&&(state==="cached"||text.startsWith("0.0s")))return[]
const shown=logs==="all"?log:state==="failed"?log.slice(-lastLines):[]
return[`${indent}${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__.Is)(text)}`,...shown.map(line=>`${indent}  | ${(0,_harmless_js__WEBPACK_IMPORTED_MODULE_1__.Is)(line)}`)]})}const lastLines=20},9179:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Ej:()=>size,LS:()=>plural,Pl:()=>headline,VK:()=>shortDigest,p0:()=>duration,p7:()=>markdownText})
function duration(ms){if(ms<999.5)return`${Math.round(ms)} ms`
if(ms<59950)return`${(ms/1e3).toFixed(1)} s`
const seconds=Math.round(ms/1e3)
return`${Math.floor(seconds/60)} min ${seconds%60} s`}function size(bytes){const units=["B","kB","MB","GB","TB"]
let value=bytes
let unit=0
while(value>=999.5&&unit<units.length-1){value/=1e3
unit+=1}return`${value>=100||unit===0?Math.round(value):value.toFixed(1)} ${units[unit]}`}function shortDigest(digest){return digest.replace(/^sha256:/,"").slice(0,12)}function plural(count,one,many=`${one}s`){return`${count} ${count===1?one:many}`}function headline(rows,durationMs){const smoked=rows.filter(({health:health})=>health==="healthy"||health==="unhealthy"||health==="unknown")
const healthy=smoked.filter(({health:health})=>health==="healthy").length
const count=(test,words)=>{const n=rows.filter(test).length
return n===0?[]:[`${n} ${words}`]}
const parts=[...rows.length===0?["nothing selected"]:[],...smoked.length>0?[`${healthy} of ${smoked.length} healthy`]:[],...count(({buildMs:buildMs})=>buildMs!==undefined,"built"),...count(({decision:decision,buildMs:buildMs,outcome:outcome})=>decision==="build"&&buildMs===undefined&&outcome==="planned","to build"),...count(({decision:decision})=>decision==="unchanged","unchanged"),...count(({outcome:outcome})=>outcome==="failed","failed"),...count(({outcome:outcome})=>outcome==="held","held"),...count(({outcome:outcome})=>outcome==="skipped","skipped"),...count(({outcome:outcome})=>outcome==="cancelled","cancelled"),...durationMs===undefined?[]:[duration(durationMs)]]
return parts.join(", ")}function markdownText(text){return text.replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]+/g," ").replace(/&/g,"&amp;").replace(/</g,"&lt;").replace(/[\\`*_{}[\]|~]/g,"\\$&").replace(/:\/\//g,"&#58;//").replace(/\bwww\./gi,all=>`${all.slice(0,-1)}&#46;`).trim()}}}
