// A chart is drawn of the table that stands in its figure: without scripts, in print and to a screen reader the table is what there is.
document.querySelectorAll("figure[data-chart]").forEach(figure => {
  const table = figure.querySelector("table");
  const rows = [...table.tBodies[0].rows];
  if (!window.echarts || rows.length === 0) return;
  const names = rows.map(row => row.cells[0].textContent.trim());
  const series = [...table.tHead.rows[0].cells].slice(1).map((head, at) => ({
    name: head.textContent.trim(),
    type: figure.dataset.chart,
    barMaxWidth: 36,
    data: rows.map(row => { const value = parseFloat(row.cells[at + 1].textContent); return Number.isNaN(value) ? null : value; }),
  }));
  const box = document.createElement("div");
  box.className = "chart-box";
  box.setAttribute("aria-hidden", "true");
  table.before(box);
  const fold = document.createElement("details");
  fold.innerHTML = "<summary>数据表</summary>";
  table.before(fold);
  fold.append(table);
  const chart = echarts.init(box);
  const narrow = box.clientWidth < 480;
  const labels = { type: "category", data: names, axisLabel: { interval: 0, rotate: narrow ? 60 : names.length > 8 ? 30 : 0 } };
  chart.setOption({
    animation: false,
    color: ["#1f5f8b", "#c98a00", "#3c7d4f", "#8b3a3a"],
    grid: { left: 44, right: 12, top: 34, bottom: narrow ? 96 : names.length > 8 ? 72 : 32 },
    legend: { top: 0 },
    tooltip: { trigger: "axis" },
    xAxis: labels,
    yAxis: { type: "value", axisLabel: { formatter: `{value}${figure.dataset.unit ?? ""}` } },
    series,
  });
  addEventListener("resize", () => chart.resize());
});
