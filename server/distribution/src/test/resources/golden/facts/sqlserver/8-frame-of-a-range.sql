SELECT COUNT_BIG(*) OVER (ORDER BY CASE WHEN [t1].[a1] IS NULL THEN 1 ELSE 0 END, [t1].[a1] RANGE BETWEEN CURRENT ROW AND CURRENT ROW) AS [c0]
FROM (
  SELECT CAST([d].[v0] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 AS [k1], COUNT_BIG(*) AS [a1]
  FROM [tf_sales] AS [t0]
  CROSS APPLY (
    SELECT (
      SELECT j.v
      FROM OPENJSON([t0].[data]) WITH (v nvarchar(max) '$."category"') AS j
    ) AS [v0]
  ) AS [d]
  GROUP BY CAST([d].[v0] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2, DATALENGTH(CAST([d].[v0] AS nvarchar(max)) COLLATE Latin1_General_100_BIN2)
) AS [t1]
WHERE [t1].[a1] > 1
ORDER BY CASE WHEN [t1].[k1] IS NULL THEN 1 ELSE 0 END, [t1].[k1]
