SELECT CAST([t1].[k1] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 AS [c0], [t1].[k2] AS [c1], [t1].[a2] AS [c2], [t1].[a3] AS [c3],
   [t1].[a4] AS [c4]
FROM (
  SELECT CAST([d].[v0] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 AS [k1], DATEFROMPARTS(YEAR([t0].[sold_on]), MONTH([t0].[sold_on]),
     1) AS [k2], COUNT_BIG(*) AS [a2], SUM([t0].[revenue]) AS [a3], CAST(ROUND(AVG(CAST([t0].[revenue] AS decimal(38, 18))),
     8) AS decimal(38, 8)) AS [a4]
  FROM [tf_sales] AS [t0]
  CROSS APPLY (
    SELECT (
      SELECT j.v
      FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."customer"."region"') AS j
    ) AS [v0]
  ) AS [d]
  GROUP BY CAST([d].[v0] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST([d].[v0] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2),
     DATEFROMPARTS(YEAR([t0].[sold_on]), MONTH([t0].[sold_on]), 1)
) AS [t1]
ORDER BY CASE WHEN [t1].[k1] IS NULL THEN 1 ELSE 0 END, [t1].[k1], CASE WHEN [t1].[k2] IS NULL THEN 1 ELSE 0 END, [t1].[k2]
