import puppeteer from "puppeteer-core";
const b=await puppeteer.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox"]});
const out="/tmp/shots"; import fs from "fs"; fs.mkdirSync(out,{recursive:true});
const langs=(process.argv[2]||"en,cs,de,fr,lv,pl,sk,uk").split(",");
const A="#war=armistice&us=troops&backing=broad";
for (const l of langs) for (const [w,h] of [[360,740],[1280,900]]) {
  const p=await b.newPage(); await p.setViewport({width:w,height:h,deviceScaleFactor:1});
  for (const [name,addr] of [["start",`/${l}/`],["outcome",`/${l}/${A}&at=outcome`]]) {
    await p.goto("about:blank"); await p.goto(`http://localhost:8123${addr}`);
    await p.waitForSelector(".tool[data-ready=true]");
    if(name==="outcome") await p.waitForFunction(()=>document.querySelector(".outcome")&&!document.querySelector(".outcome [aria-busy=true]"));
    if(name==="start"&&w===360){ await p.screenshot({path:`${out}/${l}-${w}-start.png`}); await p.click(".masthead__languages summary"); await p.screenshot({path:`${out}/${l}-${w}-menu.png`}); }
    else await p.screenshot({path:`${out}/${l}-${w}-${name}.png`});
    const over=await p.evaluate(()=>document.documentElement.scrollWidth-innerWidth);
    const H=await p.evaluate(()=>document.documentElement.scrollHeight);
    console.log(l,w,name,"overflow",over,"height",H);
  }
  await p.close();
}
await b.close();
